package org.archirender.variant.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.VariantValue;
import org.archirender.variant.config.VariantSettings;
import org.archirender.variant.config.ZipGroups;

/**
 * Splits the values that are kept into one space a file, each with its lists sorted (conda-smithy's
 * {@code break_up_top_level_values} and {@code sort_config}). A loop key has one value a file; a zip group with loop
 * keys splits by the tuples of these, and its other keys keep what goes with a tuple.
 */
public final class FileSplitter {
    private final VariantSettings kept;
    private final Set<String> loopKeys;

    private FileSplitter(VariantSettings kept, Set<String> loopKeys) {
        this.kept = kept;
        this.loopKeys = loopKeys;
    }

    /**
     * The spaces of all files that {@code kept} makes; the caller leaves out those that are skipped.
     *
     * @param kept used keys only, zip groups trimmed
     * @param loopKeys keys that make a file a value; those without values do not count
     */
    public static List<VariantSettings> split(VariantSettings kept, Set<String> loopKeys) {
        return new FileSplitter(kept, loopKeys).split();
    }

    private List<VariantSettings> split() {
        TreeMap<String, List<VariantValue>> rest = new TreeMap<>();
        kept.values().forEach((key, values) -> {
            if (kept.group(key).isEmpty() && !loopKeys.contains(key)) {
                rest.put(key, sorted(values));
            }
        });
        List<SortedMap<String, List<VariantValue>>> files = List.of(rest);
        for (List<String> group : kept.zipGroups()) {
            files = product(files, parts(group));
        }
        for (String key : kept.values().keySet()) {
            if (kept.group(key).isEmpty() && loopKeys.contains(key)) {
                files = product(files, alternatives(key));
            }
        }
        return files.stream().map(kept::withValues).toList();
    }

    private List<Map<String, List<VariantValue>>> alternatives(String key) {
        return sorted(kept.values(key)).stream()
                .<Map<String, List<VariantValue>>>map(
                        value -> new TreeMap<>(Collections.singletonMap(key, List.of(value))))
                .toList();
    }

    private static List<VariantValue> sorted(List<VariantValue> values) {
        return values.stream()
                .distinct()
                .sorted(Comparator.comparing(VariantValue::text))
                .toList();
    }

    private static List<SortedMap<String, List<VariantValue>>> product(
            List<SortedMap<String, List<VariantValue>>> files, List<Map<String, List<VariantValue>>> parts) {
        List<SortedMap<String, List<VariantValue>>> all = new ArrayList<>();
        for (SortedMap<String, List<VariantValue>> file : files) {
            for (Map<String, List<VariantValue>> part : parts) {
                SortedMap<String, List<VariantValue>> both = new TreeMap<>(file);
                both.putAll(part);
                all.add(both);
            }
        }
        return all;
    }

    /** The rows of a group that go into the same file, for each file. */
    private List<Map<String, List<VariantValue>>> parts(List<String> group) {
        Map<List<VariantValue>, Set<List<VariantValue>>> byLoop = new LinkedHashMap<>();
        for (List<VariantValue> row : rows(group)) {
            List<VariantValue> loop = new ArrayList<>();
            for (int i = 0; i < group.size(); i++) {
                if (loopKeys.contains(group.get(i))) {
                    loop.add(row.get(i));
                }
            }
            byLoop.computeIfAbsent(loop, key -> new LinkedHashSet<>()).add(row);
        }
        return byLoop.values().stream().map(rows -> columns(group, rows)).toList();
    }

    private List<List<VariantValue>> rows(List<String> group) {
        List<List<VariantValue>> rows = new ArrayList<>();
        int length =
                group.stream().mapToInt(key -> kept.values(key).size()).min().orElse(0);
        for (int i = 0; i < length; i++) {
            int position = i;
            rows.add(group.stream().map(key -> kept.values(key).get(position)).toList());
        }
        return rows;
    }

    private static Map<String, List<VariantValue>> columns(List<String> group, Set<List<VariantValue>> rows) {
        List<List<VariantValue>> sorted = rows.stream().sorted(ZipGroups.ROWS).toList();
        Map<String, List<VariantValue>> columns = new LinkedHashMap<>();
        for (int i = 0; i < group.size(); i++) {
            int position = i;
            columns.put(
                    group.get(i), sorted.stream().map(row -> row.get(position)).toList());
        }
        return columns;
    }
}
