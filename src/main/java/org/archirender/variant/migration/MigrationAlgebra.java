package org.archirender.variant.migration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.archirender.conda.VariantValue;
import org.archirender.variant.config.VariantSettings;
import org.archirender.variant.config.ZipGroups;

/**
 * Merges a migration into a feedstock's variants (CFEP-9; conda-smithy's {@code variant_add}): with an operation, its
 * values are added ({@link KeyAddition}) or one is removed; without one, the higher value at each position, and the
 * longer list's tail. A primary key takes the values of its zip group along.
 */
public final class MigrationAlgebra {
    private final VariantSettings space;
    private final Migration migration;
    private final ValueOrder order;
    private final TreeMap<String, List<VariantValue>> values;

    private MigrationAlgebra(VariantSettings space, Migration migration) {
        this.space = space;
        this.migration = migration;
        this.order = new ValueOrder(migration);
        this.values = new TreeMap<>(space.values());
    }

    /**
     * {@code space} after {@code migration}.
     *
     * @throws org.archirender.problem.InputException where conda-smithy can't apply it either
     */
    public static VariantSettings apply(VariantSettings space, Migration migration) {
        if (migration.operation().isEmpty()) {
            return new MigrationAlgebra(space, migration).merged();
        }
        return switch (migration.operation().get()) {
            case KEY_ADD -> KeyAddition.apply(space, migration);
            case KEY_REMOVE -> removed(space, migration);
        };
    }

    /**
     * The operation {@code key_remove}: one value of the primary key goes, and with it what its zip group has at the
     * same position; the rest is sorted by the primary key (conda-smithy's {@code op_variant_key_remove}).
     */
    private static VariantSettings removed(VariantSettings space, Migration migration) {
        String primary = KeyAddition.primary(migration);
        List<VariantValue> removed = migration.values(primary);
        List<VariantValue> before = space.values(primary);
        if (removed.size() > 1) {
            throw ValueOrder.problem(
                    removed.get(1).at(), "key_remove takes one value of " + primary, "write one migration for each");
        }
        if (removed.isEmpty() || !before.contains(removed.get(0))) {
            return space;
        }
        List<Integer> positions = before.stream()
                .distinct()
                .sorted(new ValueOrder(migration).of(primary))
                .filter(value -> !value.equals(removed.get(0)))
                .map(before::indexOf)
                .toList();
        TreeMap<String, List<VariantValue>> values = new TreeMap<>(space.values());
        for (String key : space.group(primary).orElse(List.of(primary))) {
            values.put(key, at(space.values(key), positions));
        }
        return space.withValues(values);
    }

    private static List<VariantValue> at(List<VariantValue> values, List<Integer> positions) {
        return positions.stream()
                .filter(position -> position < values.size())
                .map(values::get)
                .toList();
    }

    private VariantSettings merged() {
        List<List<String>> own = migration.config().zipKeys().stream()
                .map(group -> group.stream().map(VariantValue::text).toList())
                .toList();
        Set<String> handled = new TreeSet<>();
        for (String key : migration.primaryKeys()) {
            if (!migration.values(key).isEmpty()) {
                handled.addAll(primary(key, own));
            }
        }
        migration.config().settings().forEach((key, setting) -> {
            List<VariantValue> before = space.values(key);
            if (before.isEmpty()) {
                values.put(key, setting.values());
            } else if (!handled.contains(key)) {
                values.put(key, order.higher(key, before, setting.values()));
            }
        });
        SortedMap<String, SortedMap<String, VariantValue>> pins = new TreeMap<>(space.pinRunAsBuild());
        pins.putAll(migration.config().pinRunAsBuild());
        return new VariantSettings(values, ZipGroups.merged(space.zipGroups(), own), pins, space.extendKeys());
    }

    /** The keys whose values are settled with those of {@code key}: its zip group, here or in the migration. */
    private List<String> primary(String key, List<List<String>> own) {
        List<VariantValue> before = order.required(space, key);
        List<VariantValue> merged = order.higher(key, before, migration.values(key));
        List<String> group = Stream.concat(space.zipGroups().stream(), own.stream())
                .filter(candidate -> candidate.contains(key))
                .findFirst()
                .orElse(List.of());
        List<Boolean> chosen = Stream.concat(before.stream(), migration.values(key).stream())
                .map(merged::contains)
                .toList();
        for (String other : group) {
            List<VariantValue> all = new ArrayList<>(order.required(space, other));
            all.addAll(order.required(other));
            List<VariantValue> kept = new ArrayList<>();
            for (int i = 0; i < Math.min(all.size(), chosen.size()); i++) {
                if (chosen.get(i)) {
                    kept.add(all.get(i));
                }
            }
            values.put(other, Collections.unmodifiableList(kept));
        }
        values.put(key, merged);
        return group;
    }
}
