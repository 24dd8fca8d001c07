package org.archirender.variant.migration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.archirender.conda.VariantValue;
import org.archirender.problem.InputException;
import org.archirender.variant.config.Dimension;
import org.archirender.variant.config.VariantSettings;
import org.archirender.variant.config.ZipGroups;

/**
 * The operation {@code key_add}: the primary key's values are added to those that there are, each with the values of
 * its zip group, and all sorted by the primary key (conda-smithy's {@code op_variant_key_add}).
 */
final class KeyAddition {
    private final VariantSettings space;
    private final Migration migration;
    private final ValueOrder order;
    private final String primary;
    private final TreeMap<String, List<VariantValue>> values;
    private final List<List<String>> groups;
    private final Set<String> joined = new TreeSet<>();

    private KeyAddition(VariantSettings space, Migration migration, String primary) {
        this.space = space;
        this.migration = migration;
        this.order = new ValueOrder(migration);
        this.primary = primary;
        this.values = new TreeMap<>(space.values());
        this.groups = new ArrayList<>(space.zipGroups());
    }

    static VariantSettings apply(VariantSettings space, Migration migration) {
        String primary = primary(migration);
        if (migration.values(primary).isEmpty()) {
            return space;
        }
        KeyAddition addition = new KeyAddition(space, migration, primary);
        addition.order.required(space, primary);
        addition.add(addition.group());
        return new VariantSettings(addition.values, addition.groups, space.pinRunAsBuild(), space.extendKeys());
    }

    /** The one primary key of {@code migration}. */
    static String primary(Migration migration) {
        if (migration.primaryKeys().size() != 1) {
            throw ValueOrder.problem(
                    migration.at(),
                    "the operation needs one primary_key and has " + migration.primaryKeys(),
                    "name the key whose values change");
        }
        return migration.primaryKeys().get(0);
    }

    /** The primary key's zip group, with the additional keys; the primary key alone where it is in none. */
    private List<String> group() {
        Optional<List<String>> before = space.group(primary);
        List<String> group = new ArrayList<>(before.orElse(List.of(primary)));
        for (String key : migration.additionalZipKeys()) {
            if (!group.contains(key)) {
                order.required(space, key);
                group.add(key);
                joined.add(key);
            }
        }
        if (!migration.additionalZipKeys().isEmpty()) {
            before.ifPresent(groups::remove);
            groups.add(group);
        }
        return group;
    }

    private void add(List<String> group) {
        List<VariantValue> added = migration.values(primary);
        group.forEach(order::required);
        for (int i = 0; i < added.size(); i++) {
            Dimension before = Dimension.of(group, this::column);
            List<VariantValue> tuple = tuple(group, i);
            if (!before.rows().contains(tuple)) {
                values.putAll(before.with(sorted(before, tuple)).columns());
            }
        }
        for (String key : migration.ordering().keySet()) {
            if (!key.equals(primary) && !joined.contains(key)) {
                values.put(key, order.higher(key, order.required(space, key), order.required(key)));
            }
        }
    }

    /** The values of {@code key}; one that joins the group has its one value everywhere. */
    private List<VariantValue> column(String key) {
        List<VariantValue> column = values.getOrDefault(key, List.of());
        return joined.contains(key) ? broadcast(key, column) : column;
    }

    private List<VariantValue> broadcast(String key, List<VariantValue> column) {
        if (column.size() != 1) {
            throw ValueOrder.problem(
                    migration.at(),
                    "%s can't join the zip group of %s: it has %d values, %s"
                            .formatted(key, primary, column.size(), column),
                    "only a key with one value can join a zip group");
        }
        return Collections.nCopies(values.getOrDefault(primary, List.of()).size(), column.get(0));
    }

    private List<VariantValue> tuple(List<String> group, int position) {
        List<VariantValue> tuple = new ArrayList<>();
        for (String key : group) {
            List<VariantValue> own = migration.values(key);
            if (position >= own.size()) {
                throw tooFew(key, own);
            }
            tuple.add(own.get(position));
        }
        return tuple;
    }

    private InputException tooFew(String key, List<VariantValue> own) {
        return ValueOrder.problem(
                own.get(0).at(),
                "%s has fewer values (%d) than %s, which it is zipped with (%d)"
                        .formatted(
                                key,
                                own.size(),
                                primary,
                                migration.values(primary).size()),
                "give both as many");
    }

    /** Without doubles, in the primary key's order; where that leaves it open, in the order of the texts. */
    private List<List<VariantValue>> sorted(Dimension before, List<VariantValue> added) {
        int position = before.keys().indexOf(primary);
        return Stream.concat(before.rows().stream(), Stream.of(added))
                .distinct()
                .sorted(ZipGroups.ROWS)
                .sorted(Comparator.comparing(row -> row.get(position), order.of(primary)))
                .toList();
    }
}
