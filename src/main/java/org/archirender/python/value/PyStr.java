package org.archirender.python.value;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.PrimitiveIterator;

/** A Python string, and what Python's strings do otherwise than Java's: white space, line ends, length, order. */
public record PyStr(String value) implements PyValue {
    /** The empty string. */
    public static final PyStr EMPTY = new PyStr("");

    private static final int PIECE = 32;

    public PyStr {
        requireNonNull(value, "value is null");
        Limits.checkText(value.length());
        Budget.charge(Budget.OBJECT + 2L * value.length());
    }

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

    /** {@code text.lower()}. */
    public static String lower(String text) {
        // The one character whose lower case is longer: Java moves the whole rest for each.
        return text.replace("\u0130", "i\u0307").toLowerCase(Locale.ROOT);
    }

    /**
     * {@code text.upper()}, piece by piece: for each character that becomes several, Java moves all the rest.
     *
     * @throws PythonException where it becomes too long a text, before the whole of it is there
     */
    public static String upper(String text) {
        StringBuilder upper = new StringBuilder(text.length());
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(text.length(), start + PIECE);
            boolean splitsPair = end < text.length() && Character.isLowSurrogate(text.charAt(end));
            end += splitsPair ? 1 : 0;
            String piece = text.substring(start, end).toUpperCase(Locale.ROOT);
            Budget.charge((long) (piece.length() - (end - start)) * piece.length());
            Limits.checkText(upper.length() + piece.length());
            upper.append(piece);
            start = end;
        }
        return upper.toString();
    }

    /** {@code text.splitlines()}: more characters end a line for Python than for Java, such as {@code \f} and NEL. */
    public static List<String> splitLines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isLineEnd(c)) {
                lines.add(text.substring(start, i));
                i += c == '\r' && text.startsWith("\n", i + 1) ? 1 : 0;
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    private static boolean isLineEnd(char c) {
        return (c >= '\n' && c <= '\r') || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** Python's order of strings: by code point, where Java compares UTF-16 units. */
    static int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        Budget.charge(common);
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

    @Override
    public String typeName() {
        return "str";
    }

    @Override
    public boolean truth() {
        return !value.isEmpty();
    }

    @Override
    public String str() {
        return value;
    }

    /** In code points. */
    @Override
    public int length() {
        Budget.charge(2L * value.length());
        return value.codePointCount(0, value.length());
    }

    @Override
    public PyValue item(PyValue key) {
        int start = value.offsetByCodePoints(0, PySequence.index(key, length(), "string"));
        return new PyStr(Character.toString(value.codePointAt(start)));
    }

    @Override
    public Iterator<PyValue> iterate() {
        PrimitiveIterator.OfInt characters = value.codePoints().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return characters.hasNext();
            }

            @Override
            public PyValue next() {
                return new PyStr(Character.toString(characters.nextInt()));
            }
        };
    }

    @Override
    public boolean contains(PyValue item) {
        if (item instanceof PyStr part) {
            Budget.chargeSearch(value, part.value());
            return value.contains(part.value());
        }
        throw PythonException.type("'in <string>' requires string as left operand, not " + item.typeName());
    }

    @Override
    public String toString() {
        return repr();
    }
}
