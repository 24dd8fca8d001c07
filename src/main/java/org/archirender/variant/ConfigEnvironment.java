package org.archirender.variant;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the selectors of variant configs and migrations see.
 *
 * @param target subdir that is built for, as in {@code linux-aarch64}; selectors take it for the build platform as well
 * @param variables environment variables, as in {@code CF_CUDA_ENABLED} to {@code True}; visible as {@code environ},
 *     {@code os.environ} and as names
 */
public record ConfigEnvironment(String target, SortedMap<String, String> variables) {
    public ConfigEnvironment {
        requireNonNull(target, "target is null");
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    }

    /** As the constructor, from variables in any order. */
    public static ConfigEnvironment of(String target, Map<String, String> variables) {
        return new ConfigEnvironment(target, new TreeMap<>(variables));
    }
}
