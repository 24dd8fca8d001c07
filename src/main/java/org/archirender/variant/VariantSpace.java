package org.archirender.variant;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All values that every key may take, and which keys go together; nothing is exploded into combinations. Independent
 * of the order in which files list their keys.
 *
 * @param values by key, in the order of the file that sets them; several make the key loop, unless it is one of
 *     {@code extendKeys}
 * @param zipGroups keys whose values go together by position, distinct and sorted, the keys of a group in the order
 *     of its file
 * @param pinRunAsBuild by package, then by {@code min_pin} and {@code max_pin}
 * @param extendKeys keys whose values are one list together and never loop ({@code ignore_version}, …)
 */
public record VariantSpace(
        SortedMap<String, List<VariantValue>> values,
        List<List<String>> zipGroups,
        SortedMap<String, SortedMap<String, VariantValue>> pinRunAsBuild,
        SortedSet<String> extendKeys) {
    public VariantSpace {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        zipGroups = ZipGroups.distinctSorted(zipGroups);
        pinRunAsBuild = Collections.unmodifiableSortedMap(new TreeMap<>(pinRunAsBuild));
        extendKeys = Collections.unmodifiableSortedSet(new TreeSet<>(extendKeys));
    }

    /** The values of {@code key}; empty where it has none. */
    public List<VariantValue> values(String key) {
        return values.getOrDefault(key, List.of());
    }

    /** The zip group that {@code key} is in. */
    public Optional<List<String>> group(String key) {
        return zipGroups.stream().filter(group -> group.contains(key)).findFirst();
    }

    /** Whether the values of {@code key} are alternatives, and not one list together. */
    public boolean loops(String key) {
        return values(key).size() > 1
                && (!extendKeys.contains(key) || group(key).isPresent());
    }
}
