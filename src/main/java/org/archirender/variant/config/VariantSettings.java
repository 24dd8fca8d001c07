package org.archirender.variant.config;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.archirender.conda.VariantValue;

/**
 * All values that every key may take, and which keys go together; nothing is exploded into combinations. Independent
 * of the order in which files list their keys.
 *
 * @param values by key, in the order of the file that sets them, none empty; several make the key loop, unless it is
 *     one of {@code extendKeys}
 * @param zipGroups keys whose values go together by position, distinct and sorted, the keys of a group in the order
 *     of its file
 * @param pinRunAsBuild by package, then by {@code min_pin} and {@code max_pin}
 * @param extendKeys keys whose values are one list together and never loop ({@code ignore_version}, …)
 */
public record VariantSettings(
        SortedMap<String, List<VariantValue>> values,
        List<List<String>> zipGroups,
        SortedMap<String, SortedMap<String, VariantValue>> pinRunAsBuild,
        SortedSet<String> extendKeys) {
    public VariantSettings {
        TreeMap<String, List<VariantValue>> kept = new TreeMap<>(values);
        kept.values().removeIf(List::isEmpty);
        values = Collections.unmodifiableSortedMap(kept);
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

    /** This space with other values; keys whose list is empty go. */
    public VariantSettings withValues(SortedMap<String, List<VariantValue>> changed) {
        return new VariantSettings(changed, zipGroups, pinRunAsBuild, extendKeys);
    }

    /**
     * Only {@code keys}: zip groups keep those of their keys that are left, where these are two or more; pins stay for
     * packages whose name, with {@code _} for {@code -}, is a key that is left (conda-smithy's
     * {@code _trim_unused_zip_keys} and {@code _trim_unused_pin_run_as_build}).
     */
    public VariantSettings keeping(Set<String> keys) {
        TreeMap<String, List<VariantValue>> kept = new TreeMap<>(values);
        kept.keySet().retainAll(keys);
        List<List<String>> groups = zipGroups.stream()
                .map(group -> group.stream().filter(kept::containsKey).toList())
                .filter(group -> group.size() > 1)
                .toList();
        TreeMap<String, SortedMap<String, VariantValue>> pins = new TreeMap<>(pinRunAsBuild);
        pins.keySet().removeIf(name -> !kept.containsKey(name.replace('-', '_')));
        return new VariantSettings(kept, groups, pins, extendKeys);
    }
}
