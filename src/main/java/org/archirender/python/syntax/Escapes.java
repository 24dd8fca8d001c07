package org.archirender.python.syntax;

import java.util.Locale;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;

/** Backslashes in string literals. An escape that Python doesn't know keeps its backslash. */
final class Escapes {
    private Escapes() {}

    /**
     * @param body a literal without its quotes
     * @param offset where it starts, for messages
     */
    static String decode(String body, Dialect dialect, int offset) {
        StringBuilder out = new StringBuilder(body.length());
        int i = 0;
        while (i < body.length()) {
            char c = body.charAt(i);
            if (c != '\\') {
                out.append(c);
                i++;
            } else if (i + 1 == body.length()) {
                throw new PythonException(PythonError.SYNTAX, "a backslash at the end of a string", offset + i);
            } else {
                i = escape(body, i + 1, dialect, offset, out);
            }
        }
        return out.toString();
    }

    private static int escape(String body, int i, Dialect dialect, int offset, StringBuilder out) {
        char c = body.charAt(i);
        int simple = "\\'\"abfnrtv".indexOf(c);
        if (simple >= 0) {
            out.append("\\'\"\u0007\b\f\n\r\t\u000b".charAt(simple));
            return i + 1;
        }
        switch (c) {
            case '\n' -> {
                return i + 1;
            }
            case 'x' -> {
                return hex(body, i + 1, 2, offset, out);
            }
            case 'u' -> {
                return hex(body, i + 1, 4, offset, out);
            }
            case 'U' -> {
                return hex(body, i + 1, 8, offset, out);
            }
            case 'N' -> throw new PythonException(PythonError.UNSUPPORTED, "a character by its name", offset + i);
            default -> {
                return c >= '0' && c <= '7' ? octal(body, i, out) : unknown(body, i, dialect, out);
            }
        }
    }

    private static int octal(String body, int i, StringBuilder out) {
        int end = i;
        int value = 0;
        while (end < body.length() && end < i + 3 && body.charAt(end) >= '0' && body.charAt(end) <= '7') {
            value = value * 8 + body.charAt(end) - '0';
            end++;
        }
        out.append((char) value);
        return end;
    }

    private static int hex(String body, int i, int count, int offset, StringBuilder out) {
        int value = 0;
        for (int k = i; k < i + count; k++) {
            int digit = k < body.length() && body.charAt(k) < 0x80 ? Character.digit(body.charAt(k), 16) : -1;
            if (digit < 0) {
                throw new PythonException(PythonError.SYNTAX, "an escape of too few hex digits", offset + i);
            }
            value = value << 4 | digit;
        }
        if (!Character.isValidCodePoint(value)) {
            throw new PythonException(PythonError.SYNTAX, "an escape beyond Unicode", offset + i);
        }
        out.appendCodePoint(value);
        return i + count;
    }

    /** A template turns other characters than ASCII into escapes first, so that their backslash meets another one. */
    private static int unknown(String body, int i, Dialect dialect, StringBuilder out) {
        int c = body.codePointAt(i);
        out.append('\\');
        if (c < 0x80 || dialect == Dialect.PYTHON) {
            out.appendCodePoint(c);
        } else {
            String format = c < 0x100 ? "x%02x" : c < 0x10000 ? "u%04x" : "U%08x";
            out.append(String.format(Locale.ROOT, format, c));
        }
        return i + Character.charCount(c);
    }
}
