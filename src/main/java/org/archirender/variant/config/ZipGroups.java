package org.archirender.variant.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.archirender.conda.VariantValue;

/** Groups of keys, ordered as Python orders lists of strings: by the first key that differs, the shorter group first. */
public final class ZipGroups {
    private static final Comparator<List<String>> ORDER =
            (left, right) -> Arrays.compare(left.toArray(String[]::new), right.toArray(String[]::new));

    /** Rows of a zip group by their values, the first column first. */
    public static final Comparator<List<VariantValue>> ROWS =
            (left, right) -> Arrays.compare(left.toArray(VariantValue[]::new), right.toArray(VariantValue[]::new));

    private ZipGroups() {}

    static List<List<String>> distinctSorted(List<List<String>> groups) {
        return groups.stream().map(List::copyOf).distinct().sorted(ORDER).toList();
    }

    /**
     * Those of a feedstock and of a migration that merges into it: each of {@code own} takes the place of the largest
     * group that it contains. Where both have groups, the keys of all are sorted.
     */
    public static List<List<String>> merged(List<List<String>> groups, List<List<String>> own) {
        if (groups.isEmpty() || own.isEmpty()) {
            return groups.isEmpty() ? own : groups;
        }
        List<SortedSet<String>> left = sets(groups);
        List<SortedSet<String>> merged = sets(own);
        for (Set<String> group : List.copyOf(merged)) {
            left.stream().filter(group::containsAll).findFirst().ifPresent(left::remove);
        }
        merged.addAll(left);
        return merged.stream().<List<String>>map(List::copyOf).toList();
    }

    private static List<SortedSet<String>> sets(List<List<String>> groups) {
        List<SortedSet<String>> sets = new ArrayList<>();
        groups.stream().<SortedSet<String>>map(TreeSet::new).distinct().forEach(sets::add);
        sets.sort(Comparator.comparing(set -> -set.size()));
        return sets;
    }
}
