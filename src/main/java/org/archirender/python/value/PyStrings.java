package org.archirender.python.value;

import java.util.ArrayList;
import java.util.List;

/** What Python's strings can do that Java's do otherwise: white space, line ends, splitting, order. */
public final class PyStrings {
    private PyStrings() {}

    /** Python's {@code str.isspace} for one character, NBSP among them. */
    public static boolean isSpace(char c) {
        if (c <= ' ') {
            return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
        }
        return c >= 0x85
                && (c == 0x85
                        || c == 0xa0
                        || c == 0x1680
                        || (c >= 0x2000 && c <= 0x200a)
                        || c == 0x2028
                        || c == 0x2029
                        || c == 0x202f
                        || c == 0x205f
                        || c == 0x3000);
    }

    /** Whether {@code str.splitlines} ends a line at {@code c}. */
    public static boolean isLineEnd(char c) {
        return (c >= '\n' && c <= '\r') || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** {@code text.splitlines(keepends)}. */
    public static List<String> splitLines(String text, boolean keepEnds) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isLineEnd(c)) {
                boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                int end = pair ? i + 2 : i + 1;
                lines.add(text.substring(start, keepEnds ? end : i));
                start = end;
                i = end - 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    /** {@code text.strip()}. */
    public static String strip(String text) {
        return stripRight(stripLeft(text));
    }

    /** {@code text.lstrip()}. */
    public static String stripLeft(String text) {
        int start = 0;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    /** {@code text.rstrip()}. */
    public static String stripRight(String text) {
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    public static String stripLeft(String text, String characters) {
        int start = 0;
        while (start < text.length() && characters.indexOf(text.codePointAt(start)) >= 0) {
            start += Character.charCount(text.codePointAt(start));
        }
        return text.substring(start);
    }

    public static String stripRight(String text, String characters) {
        int end = text.length();
        while (end > 0 && characters.indexOf(text.codePointBefore(end)) >= 0) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(0, end);
    }

    /** {@code text.split(None, limit)}; a negative limit is none. */
    public static List<String> splitWords(String text, int limit) {
        List<String> words = new ArrayList<>();
        String rest = stripLeft(text);
        while (!rest.isEmpty()) {
            int end = 0;
            while (end < rest.length() && !isSpace(rest.charAt(end))) {
                end++;
            }
            if (words.size() == limit) {
                words.add(rest.substring(0, rest.length()));
                return words;
            }
            words.add(rest.substring(0, end));
            rest = stripLeft(rest.substring(end));
        }
        return words;
    }

    /** {@code text.rsplit(None, limit)}. */
    public static List<String> splitWordsFromRight(String text, int limit) {
        List<String> words = new ArrayList<>();
        String rest = stripRight(text);
        while (!rest.isEmpty()) {
            int start = rest.length();
            while (start > 0 && !isSpace(rest.charAt(start - 1))) {
                start--;
            }
            if (words.size() == limit) {
                words.add(0, rest);
                return words;
            }
            words.add(0, rest.substring(start));
            rest = stripRight(rest.substring(0, start));
        }
        return words;
    }

    /** {@code text.split(separator, limit)}. */
    public static List<String> split(String text, String separator, int limit) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int found = text.indexOf(separator);
        while (found >= 0 && (limit < 0 || parts.size() < limit)) {
            parts.add(text.substring(start, found));
            start = found + separator.length();
            found = text.indexOf(separator, start);
            Limits.checkItems(parts.size());
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** {@code text.rsplit(separator, limit)}. */
    public static List<String> splitFromRight(String text, String separator, int limit) {
        List<String> parts = new ArrayList<>();
        int end = text.length();
        int found = text.lastIndexOf(separator);
        while (found >= 0 && (limit < 0 || parts.size() < limit)) {
            parts.add(text.substring(found + separator.length(), end));
            end = found;
            found = end < separator.length() ? -1 : text.lastIndexOf(separator, end - separator.length());
            Limits.checkItems(parts.size());
        }
        parts.add(text.substring(0, end));
        java.util.Collections.reverse(parts);
        return parts;
    }

    /** {@code text.replace(old, with, count)}; a negative count replaces all. */
    public static String replace(String text, String old, String with, int count) {
        StringBuilder out = new StringBuilder();
        int start = 0;
        int done = 0;
        int found = text.indexOf(old);
        while (found >= 0 && (count < 0 || done < count)) {
            out.append(text, start, found).append(with);
            Limits.checkText(out.length());
            done++;
            start = found + old.length();
            if (old.isEmpty()) {
                if (found >= text.length()) {
                    return out.toString();
                }
                int next = found + Character.charCount(text.codePointAt(found));
                out.append(text, found, next);
                start = next;
                found = next;
            } else {
                found = text.indexOf(old, start);
            }
        }
        return out.append(text, start, text.length()).toString();
    }

    /** Python's order of strings: by code point, where Java compares UTF-16 units. */
    static int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char left = a.charAt(i);
            char right = b.charAt(i);
            if (left != right) {
                boolean onlyOne = Character.isSurrogate(left) != Character.isSurrogate(right);
                return onlyOne ? (Character.isSurrogate(left) ? 1 : -1) : Character.compare(left, right);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
