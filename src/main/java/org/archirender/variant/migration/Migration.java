package org.archirender.variant.migration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.VariantValue;
import org.archirender.problem.Location;
import org.archirender.variant.config.VariantConfig;

/**
 * A migration of CFEP-9 after its selectors: values to merge into a feedstock's variants, and how.
 *
 * @param at the file, or its {@code __migrator} part
 * @param timestamp {@code migrator_ts}, which orders migrations; -1 where there is none
 * @param operation none for the element-wise maximum
 * @param primaryKeys keys that carry their zip group along
 * @param additionalZipKeys keys that join the primary key's zip group
 * @param ordering by key, its values from lowest to highest, instead of conda's version order
 * @param config the values
 */
public record Migration(
        Location at,
        double timestamp,
        Optional<Operation> operation,
        List<String> primaryKeys,
        List<String> additionalZipKeys,
        SortedMap<String, List<VariantValue>> ordering,
        VariantConfig config) {
    /** What happens to the primary key's values. */
    enum Operation {
        KEY_ADD,
        KEY_REMOVE;

        /** The operation with that name in migration files, {@code key_add} or {@code key_remove}. */
        static Optional<Operation> of(String name) {
            return List.of(values()).stream()
                    .filter(operation ->
                            operation.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }
    }

    public Migration {
        primaryKeys = List.copyOf(primaryKeys);
        additionalZipKeys = List.copyOf(additionalZipKeys);
        ordering = new TreeMap<>(ordering);
    }

    /** The values for {@code key}; empty where the migration does not set it. */
    List<VariantValue> values(String key) {
        return config.values(key);
    }
}
