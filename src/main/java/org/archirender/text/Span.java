package org.archirender.text;

/**
 * A part of a text.
 *
 * @param start 0-based index of its first char
 * @param end index after its last char
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + ".." + end);
        }
    }

    /** The empty span at {@code offset}. */
    public static Span at(int offset) {
        return new Span(offset, offset);
    }

    /** What {@code text} has there. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
