package org.archirender.overlay.edit;

import java.util.List;
import java.util.function.UnaryOperator;

/** A word or name and what it becomes. */
public record Pair(String name, String value) {
    public static List<Pair> mapAll(List<Pair> pairs, UnaryOperator<String> text) {
        return pairs.stream()
                .map(pair -> new Pair(text.apply(pair.name()), text.apply(pair.value())))
                .toList();
    }
}
