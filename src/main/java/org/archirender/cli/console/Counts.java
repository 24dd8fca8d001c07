package org.archirender.cli.console;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers with their nouns. */
public final class Counts {
    private Counts() {}

    /** {@code 1 file}, {@code 2 files}. */
    public static String of(int many, String noun) {
        return many + " " + noun + (many == 1 ? "" : "s");
    }

    /** How often each of {@code kinds} is there. */
    public static <T extends Comparable<T>> SortedMap<T, Long> each(Stream<T> kinds) {
        return kinds.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** {@code 2 added, 1 removed}. */
    public static String text(SortedMap<?, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
