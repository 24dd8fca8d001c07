package org.archirender.variant.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.archirender.conda.VariantValue;

/**
 * Keys whose values go together, as a table.
 *
 * @param keys the columns: one, or those of a zip group in its order
 * @param rows the values of {@code keys} that go together, in the order of the config
 */
public record Dimension(List<String> keys, List<List<VariantValue>> rows) {
    public Dimension {
        keys = List.copyOf(keys);
        rows = List.copyOf(rows);
    }

    /** The table of {@code keys}, as many rows as the shortest of their lists of {@code values} has. */
    public static Dimension of(List<String> keys, Function<String, List<VariantValue>> values) {
        List<List<VariantValue>> columns = keys.stream().map(values).toList();
        int length = columns.stream().mapToInt(List::size).min().orElse(0);
        List<List<VariantValue>> rows = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int row = i;
            rows.add(columns.stream().map(column -> column.get(row)).toList());
        }
        return new Dimension(keys, rows);
    }

    /** The values by key, row by row. */
    public Map<String, List<VariantValue>> columns() {
        Map<String, List<VariantValue>> columns = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            int column = i;
            columns.put(keys.get(i), rows.stream().map(row -> row.get(column)).toList());
        }
        return columns;
    }

    int column(String key) {
        return keys.indexOf(key);
    }

    /** The same keys with other rows. */
    public Dimension with(List<List<VariantValue>> changed) {
        return new Dimension(keys, changed);
    }
}
