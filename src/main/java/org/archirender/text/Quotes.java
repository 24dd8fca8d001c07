package org.archirender.text;

/** The quotes around a text as it stands in a recipe or an overlay: {@code "a b"} is {@code a b}, {@code "a" "b"} itself. */
public final class Quotes {
    private Quotes() {}

    /** Whether there is one pair of quotes, around the whole of {@code text}. */
    public static boolean areAround(String text) {
        int last = text.length() - 1;
        return last > 0 && (text.charAt(0) == '"' || text.charAt(0) == '\'') && text.indexOf(text.charAt(0), 1) == last;
    }

    /** {@code text} without quotes around the whole of it. */
    public static String without(String text) {
        return areAround(text) ? text.substring(1, text.length() - 1) : text;
    }
}
