package org.archirender.evaluated;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.Platform;
import org.archirender.tree.FileTree;

/**
 * What a recipe is rendered for.
 *
 * @param target the platform to build for, which is the build platform too (RENDERING: nothing is cross-built here)
 * @param variant a value for each variant key, as text
 * @param environ environment variables that the recipe may see
 * @param name the package's name, version and build number as an earlier rendering found them, empty when there was none
 * @param recipe the recipe's folder, with paths relative to it
 */
public record RecipeContext(
        Platform target,
        SortedMap<String, String> variant,
        SortedMap<String, String> environ,
        String name,
        String version,
        String buildNumber,
        FileTree recipe) {
    public RecipeContext {
        variant = Collections.unmodifiableSortedMap(new TreeMap<>(variant));
        environ = Collections.unmodifiableSortedMap(new TreeMap<>(environ));
    }

    /** The value of a variant key, or {@code fallback}. */
    String variant(String key, String fallback) {
        return variant.getOrDefault(key, fallback);
    }
}
