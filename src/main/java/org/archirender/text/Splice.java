package org.archirender.text;

import java.util.Comparator;
import java.util.List;

/**
 * One change of a text: {@code replacement} instead of what stands at {@code span}; an insertion where that is empty, a
 * deletion where the replacement is.
 */
public record Splice(Span span, String replacement) {
    /**
     * {@code text} with all {@code splices} made, each addressed in {@code text} as it is given. Insertions at one place
     * keep their order.
     *
     * @throws IllegalArgumentException if two splices overlap
     */
    public static String apply(String text, List<Splice> splices) {
        List<Splice> sorted = splices.stream()
                .sorted(Comparator.comparingInt((Splice splice) -> splice.span().start())
                        .thenComparingInt(splice -> splice.span().end()))
                .toList();
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (Splice splice : sorted) {
            if (splice.span().start() < done) {
                throw new IllegalArgumentException("two changes at offset " + done);
            }
            result.append(text, done, splice.span().start()).append(splice.replacement());
            done = splice.span().end();
        }
        return result.append(text, done, text.length()).toString();
    }
}
