package org.archirender.variant;

import java.util.Comparator;
import java.util.List;

/** Groups of keys, ordered as Python orders lists of strings: by the first key that differs, the shorter group first. */
final class ZipGroups {
    private static final Comparator<List<String>> ORDER = ZipGroups::compare;

    private ZipGroups() {}

    static List<List<String>> distinctSorted(List<List<String>> groups) {
        return groups.stream().map(List::copyOf).distinct().sorted(ORDER).toList();
    }

    private static int compare(List<String> left, List<String> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}
