package org.archirender.variant.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.VariantValue;
import org.archirender.variant.config.Dimension;
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
        List<SortedMap<String, List<VariantValue>>> files = List.of(new TreeMap<>());
        for (List<String> group : kept.zipGroups()) {
            files = product(files, parts(Dimension.of(group, kept::values)));
        }
        for (String key : kept.values().keySet()) {
            if (kept.group(key).isEmpty()) {
                files = product(files, parts(sorted(Dimension.of(List.of(key), kept::values))));
            }
        }
        return files.stream().map(kept::withValues).toList();
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

    /** The rows that go into the same file, for each file: all of them, where no key is a loop key. */
    private List<Map<String, List<VariantValue>>> parts(Dimension table) {
        Map<List<VariantValue>, List<List<VariantValue>>> byLoop = new LinkedHashMap<>();
        for (List<VariantValue> row : table.rows()) {
            List<VariantValue> loop = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                if (loopKeys.contains(table.keys().get(i))) {
                    loop.add(row.get(i));
                }
            }
            byLoop.computeIfAbsent(loop, key -> new ArrayList<>()).add(row);
        }
        return byLoop.values().stream()
                .map(rows -> sorted(table.with(rows)).columns())
                .toList();
    }

    private static Dimension sorted(Dimension table) {
        return table.with(
                table.rows().stream().distinct().sorted(ZipGroups.ROWS).toList());
    }
}
