package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import org.archirender.text.Span;

/** A Jinja tag of a recipe, with its braces. */
record JinjaTag(Kind kind, Span span) {
    /** What its braces say. */
    enum Kind {
        EXPRESSION,
        STATEMENT,
        COMMENT
    }

    /** No tag of a recipe is longer; what is not closed by then is text. */
    private static final int LONGEST = 100_000;

    /** What stands between the braces, without white-space marks and white space. */
    Span inside(String text) {
        int start = span.start() + 2;
        int end = span.end() - 2;
        if (start < end && isMark(text.charAt(start))) {
            start++;
        }
        if (start < end && isMark(text.charAt(end - 1))) {
            end--;
        }
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (start < end && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static boolean isMark(char c) {
        return c == '-' || c == '+';
    }

    /**
     * The tags of {@code text} in order. Comment lines have none: conda-build blanks them before Jinja sees the text. A
     * tag that is never closed is text.
     */
    static List<JinjaTag> find(String text) {
        return find(text, false);
    }

    /** The expressions of a recipe.yaml, in order: there Jinja's are those behind a {@code $}, and nothing else is Jinja. */
    static List<JinjaTag> ofRecipeYaml(String text) {
        return find(text, true);
    }

    private static List<JinjaTag> find(String text, boolean behindDollar) {
        List<JinjaTag> tags = new ArrayList<>();
        int lastComment = text.lastIndexOf("#}");
        boolean atLineStart = true;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                atLineStart = true;
            } else if (atLineStart && c == '#') {
                i = lineEnd(text, i);
                continue;
            } else if (c != ' ' && c != '\t' && c != '\uFEFF') {
                atLineStart = false;
            }
            boolean opens = c == '{' && (!behindDollar || text.startsWith("${{", i - 1));
            int end = opens ? tagEnd(text, i, lastComment) : -1;
            if (end >= 0) {
                tags.add(new JinjaTag(kind(text.charAt(i + 1)), new Span(i, end)));
                i = end;
            } else {
                i++;
            }
        }
        return tags;
    }

    private static Kind kind(char second) {
        return second == '{' ? Kind.EXPRESSION : second == '%' ? Kind.STATEMENT : Kind.COMMENT;
    }

    private static int lineEnd(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private static int tagEnd(String text, int open, int lastComment) {
        char second = open + 1 < text.length() ? text.charAt(open + 1) : ' ';
        if (second == '#') {
            return lastComment >= open + 2 ? text.indexOf("#}", open + 2) + 2 : -1;
        }
        return second == '{' || second == '%' ? scan(text, open + 2, second == '{' ? '}' : '%') : -1;
    }

    /** The end of the tag that closes with {@code close} and a brace, strings and dictionaries inside skipped, or -1. */
    private static int scan(String text, int from, char close) {
        int limit = (int) Math.min(text.length(), (long) from + LONGEST);
        int depth = 0;
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            char next = i + 1 < limit ? text.charAt(i + 1) : ' ';
            if (c == close && next == '}' && depth == 0) {
                return i + 2;
            } else if (c == '"' || c == '\'') {
                i = stringEnd(text, i, limit);
            } else if (c == '{' && (next == '{' || next == '%')) {
                return -1;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
            }
        }
        return -1;
    }

    /** The index of the closing quote, or of the opening one where there is none before the tag's line would end it. */
    private static int stringEnd(String text, int open, int limit) {
        char quote = text.charAt(open);
        for (int i = open + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i;
            } else if (c == '\n') {
                return open;
            }
        }
        return open;
    }
}
