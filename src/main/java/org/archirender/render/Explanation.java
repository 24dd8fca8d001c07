package org.archirender.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.VariantValue;
import org.archirender.variant.BuildMatrix;
import org.archirender.variant.KeyUse;
import org.archirender.variant.VariantFile;

/**
 * Why the variant files are what they are: for every key, what makes the recipe use it and where its values come from.
 *
 * @param common keys that all files have with the same values, by name; empty where there is but one file
 * @param files what each file has beside those, by the name of the file
 */
public record Explanation(List<Key> common, SortedMap<String, List<Key>> files) {
    public Explanation {
        common = List.copyOf(common);
    }

    /**
     * A key of a variant file.
     *
     * @param values in the file's order, each with its place
     * @param use what makes the recipe use it; empty where that is not known
     */
    public record Key(String name, List<VariantValue> values, Optional<KeyUse> use) {
        public Key {
            values = List.copyOf(values);
        }
    }

    /** The explanation of {@code matrix}. */
    public static Explanation of(BuildMatrix matrix) {
        List<Key> common = new ArrayList<>();
        if (matrix.files().size() > 1) {
            keys(matrix.files().get(0), matrix).stream()
                    .filter(key -> matrix.files().stream()
                            .allMatch(file -> key.values().equals(file.values().get(key.name()))))
                    .forEach(common::add);
        }
        SortedMap<String, List<Key>> files = new TreeMap<>();
        for (VariantFile file : matrix.files()) {
            files.put(
                    file.name(),
                    keys(file, matrix).stream()
                            .filter(key -> !common.contains(key))
                            .toList());
        }
        return new Explanation(common, files);
    }

    /** Every key of {@code file}, which is one of {@code matrix}. */
    public static List<Key> keys(VariantFile file, BuildMatrix matrix) {
        List<Key> keys = new ArrayList<>();
        file.values()
                .forEach((name, values) -> keys.add(
                        new Key(name, values, Optional.ofNullable(matrix.uses().get(name)))));
        return keys;
    }
}
