package org.archirender.python.value;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/** What {@code repr} prints. */
final class Printer {
    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder out = new StringBuilder();
    private final Limits.Walk walk = new Limits.Walk();
    private final Deque<PyValue> open = new ArrayDeque<>();

    private Printer() {}

    static String repr(PyValue value) {
        Printer printer = new Printer();
        printer.print(value);
        return printer.out.toString();
    }

    /** The items as in a list's repr, with the brackets. */
    static String list(List<PyValue> items) {
        Printer printer = new Printer();
        printer.items("[", items, "]");
        return printer.out.toString();
    }

    private void print(PyValue value) {
        if (value instanceof PyStr text) {
            quote(text.value());
        } else if (value instanceof PyTuple tuple) {
            items("(", tuple.items(), tuple.items().size() == 1 ? ",)" : ")");
        } else if (value instanceof PyList list) {
            nested(list, () -> items("[", list.items(), "]"), "[...]");
        } else if (value instanceof PyDict dict) {
            nested(dict, () -> entries(dict), "{...}");
        } else {
            out.append(value.repr());
            Budget.charge(Budget.OBJECT);
        }
        Limits.checkText(out.length());
    }

    private void nested(PyValue value, Runnable print, String again) {
        if (open.stream().anyMatch(outer -> outer == value)) {
            out.append(again);
            return;
        }
        open.push(value);
        print.run();
        open.pop();
    }

    private void items(String start, List<PyValue> items, String end) {
        walk.enter();
        out.append(start);
        Iterator<PyValue> rest = items.iterator();
        while (rest.hasNext()) {
            print(rest.next());
            out.append(rest.hasNext() ? ", " : "");
        }
        out.append(end);
        walk.leave();
    }

    private void entries(PyDict dict) {
        walk.enter();
        out.append('{');
        Iterator<PyDict.Entry> rest = dict.entries().iterator();
        while (rest.hasNext()) {
            PyDict.Entry entry = rest.next();
            print(entry.key());
            out.append(": ");
            print(entry.value());
            out.append(rest.hasNext() ? ", " : "");
        }
        out.append('}');
        walk.leave();
    }

    private void quote(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        Budget.charge(Budget.ITEM + 8L * text.length());
        out.append(quote);
        text.codePoints().forEach(c -> escape(c, quote));
        out.append(quote);
    }

    private void escape(int c, char quote) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\\' -> out.append("\\\\");
            default -> {
                if (c == quote) {
                    out.append('\\').append(quote);
                } else if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else if (c < 0x100) {
                    out.append("\\x").append(HEX.toHexDigits((byte) c));
                } else {
                    boolean isShort = c < 0x10000;
                    out.append(isShort ? "\\u" : "\\U")
                            .append(isShort ? HEX.toHexDigits((char) c) : HEX.toHexDigits(c));
                }
            }
        }
    }

    private static boolean isPrintable(int c) {
        if (c >= 0x20 && c < 0x7f) {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
