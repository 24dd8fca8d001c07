package org.archirender.variant.migration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.archirender.conda.VariantValue;
import org.archirender.problem.InputException;
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
            List<List<VariantValue>> tuples = existing(group);
            List<VariantValue> tuple = tuple(group, i);
            if (!tuples.contains(tuple)) {
                tuples.add(tuple);
                put(group, sorted(group, tuples));
            }
        }
        for (String key : migration.ordering().keySet()) {
            if (!key.equals(primary) && !joined.contains(key)) {
                values.put(key, order.higher(key, order.required(space, key), order.required(key)));
            }
        }
    }

    /** The values of the group by position; a key that joins it has its one value everywhere. */
    private List<List<VariantValue>> existing(List<String> group) {
        List<List<VariantValue>> columns = new ArrayList<>();
        for (String key : group) {
            List<VariantValue> column = Optional.ofNullable(values.get(key)).orElse(List.of());
            if (joined.contains(key)) {
                column = broadcast(key, column);
            }
            columns.add(column);
        }
        int length = columns.stream().mapToInt(List::size).min().orElse(0);
        List<List<VariantValue>> tuples = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int position = i;
            tuples.add(columns.stream().map(column -> column.get(position)).toList());
        }
        return tuples;
    }

    private List<VariantValue> broadcast(String key, List<VariantValue> column) {
        if (column.size() != 1) {
            throw ValueOrder.problem(
                    migration.at(),
                    "%s can't join the zip group of %s: it has %d values, %s"
                            .formatted(key, primary, column.size(), column),
                    "only a key with one value can join a zip group");
        }
        return Collections.nCopies(
                Optional.ofNullable(values.get(primary)).orElse(List.of()).size(), column.get(0));
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
    private List<List<VariantValue>> sorted(List<String> group, List<List<VariantValue>> tuples) {
        Comparator<VariantValue> byPrimary = order.of(primary);
        int position = group.indexOf(primary);
        return tuples.stream()
                .distinct()
                .sorted(ZipGroups.ROWS)
                .sorted((left, right) -> byPrimary.compare(left.get(position), right.get(position)))
                .toList();
    }

    private void put(List<String> group, List<List<VariantValue>> tuples) {
        for (int i = 0; i < group.size(); i++) {
            int position = i;
            values.put(
                    group.get(i),
                    tuples.stream().map(tuple -> tuple.get(position)).toList());
        }
    }
}
