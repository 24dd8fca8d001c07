package org.archirender.text;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;

/**
 * One change of a text: {@code replacement} instead of what stands at {@code span}; an insertion where that is empty.
 */
public record Splice(Span span, String replacement) {
    public Splice {
        requireNonNull(span, "span is null");
        requireNonNull(replacement, "replacement is null");
    }

    /** Puts {@code text} before the char at {@code offset}. */
    public static Splice insert(int offset, String text) {
        return new Splice(Span.at(offset), text);
    }

    /** Takes the chars from {@code start} up to, not with, {@code end} away. */
    public static Splice delete(int start, int end) {
        return new Splice(new Span(start, end), "");
    }

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
