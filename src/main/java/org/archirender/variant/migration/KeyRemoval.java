package org.archirender.variant.migration;

import java.util.List;
import java.util.TreeMap;
import org.archirender.conda.VariantValue;
import org.archirender.variant.config.VariantSettings;

/**
 * The operation {@code key_remove}: one value of the primary key goes, and with it what its zip group has at the same
 * position; the rest is sorted by the primary key (conda-smithy's {@code op_variant_key_remove}).
 */
final class KeyRemoval {
    private KeyRemoval() {}

    static VariantSettings apply(VariantSettings space, Migration migration) {
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
}
