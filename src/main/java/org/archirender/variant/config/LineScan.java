package org.archirender.variant.config;

import java.util.function.IntPredicate;
import org.archirender.python.value.PyStr;

/** Steps through a line of a recipe's text, character by character, as Python's patterns would. */
final class LineScan {
    private LineScan() {}

    static boolean closesBrace(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == '}') {
                return true;
            }
            if (line.charAt(i) == '{') {
                return false;
            }
        }
        return false;
    }

    /** Whether the next per cent sign ends a statement. */
    static boolean closesStatement(String line, int from) {
        int percent = line.indexOf('%', from);
        return percent >= 0 && line.startsWith("%}", percent);
    }

    /** Whether {@code test} takes any place from {@code from} on where {@code line} has {@code word}. */
    static boolean has(String line, String word, int from, IntPredicate test) {
        for (int at = line.indexOf(word, from); at >= 0; at = line.indexOf(word, at + 1)) {
            if (test.test(at)) {
                return true;
            }
        }
        return false;
    }

    static int skipSpace(String line, int from) {
        int i = from;
        while (i < line.length() && PyStr.isSpace(line.charAt(i))) {
            i++;
        }
        return i;
    }

    static int skipSpaceBack(String line, int from) {
        int i = from;
        while (i > 0 && PyStr.isSpace(line.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    static boolean isQuote(String line, int at) {
        return at >= 0 && at < line.length() && (line.charAt(at) == '\'' || line.charAt(at) == '"');
    }

    static boolean isAsciiWordAt(String line, int at) {
        return at < line.length() && isAsciiWord(line.charAt(at));
    }

    static boolean isAsciiWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
