package org.archirender.variant.file;

import java.util.HexFormat;

/**
 * The text of one scalar, folded as PyYAML folds it: at a single blank once the line is longer than 80 columns.
 *
 * @param indent column of the lines that folding starts
 * @param folds whether long lines are folded; keys never are
 */
record PyYamlText(PyYamlLine line, int indent, boolean folds) {
    private static final int WIDTH = 80;

    /** What has a short escape, and the letter of each. */
    private static final String ESCAPED = "\0\u0007\b\t\n\u000b\f\r\u001b\"\\\u0085\u00a0\u2028\u2029";

    private static final String LETTERS = "0abtnvfre\"\\N_LP";

    void plain(String text) {
        line.startText();
        int end = 0;
        for (int start = 0; start < text.length(); start = end) {
            boolean blanks = text.charAt(start) == ' ';
            end = endOfRun(text, start, blanks);
            if (blanks && end - start == 1 && isFull()) {
                line.fold(indent);
            } else {
                line.write(text.substring(start, end));
            }
        }
    }

    private static int endOfRun(String text, int start, boolean blanks) {
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ') == blanks) {
            end++;
        }
        return end;
    }

    private boolean isFull() {
        return folds && line.column() > WIDTH;
    }

    void singleQuoted(String text) {
        line.indicator("'", true, false);
        int end = 0;
        for (int start = 0; start < text.length(); start = end) {
            char first = text.charAt(start);
            end = start;
            while (end < text.length() && kind(text.charAt(end)) == kind(first)) {
                end++;
            }
            boolean single = end - start == 1 && start > 0 && end < text.length();
            if (first == '\n') {
                breaks(end - start);
            } else if (first == ' ' && single && isFull()) {
                line.indent(indent);
            } else {
                line.write(text.substring(start, end).replace("'", "''"));
            }
        }
        line.indicator("'", false, false);
    }

    private static int kind(char c) {
        return c == ' ' ? 0 : c == '\n' ? 1 : 2;
    }

    /** A single break would read as a blank, so one more is written. */
    private void breaks(int count) {
        for (int i = 0; i <= count; i++) {
            line.newline();
        }
        line.indent(indent);
    }

    void doubleQuoted(String text) {
        line.indicator("\"", true, false);
        int[] points = text.codePoints().toArray();
        int start = 0;
        for (int end = 0; end <= points.length; end++) {
            boolean last = end == points.length;
            if (last || points[end] == '"' || points[end] == '\\' || !PyYamlScalar.isPrintable(points[end])) {
                flush(points, start, end);
                start = end;
                if (!last) {
                    line.write(escape(points[end]));
                    start = end + 1;
                }
            }
            boolean inside = end > 0 && end < points.length - 1;
            if (inside && (points[end] == ' ' || start >= end) && folds && line.column() + end - start > WIDTH) {
                flush(points, start, end);
                start = Math.max(start, end);
                line.write("\\");
                line.fold(indent);
                if (points[start] == ' ') {
                    line.write("\\");
                }
            }
        }
        line.indicator("\"", false, false);
    }

    private void flush(int[] points, int start, int end) {
        if (start < end) {
            line.write(new String(points, start, end - start));
        }
    }

    private static String escape(int point) {
        int known = ESCAPED.indexOf(point);
        if (known >= 0) {
            return "\\" + LETTERS.charAt(known);
        }
        HexFormat hex = HexFormat.of().withUpperCase();
        if (point <= 0xff) {
            return "\\x" + hex.toHexDigits(point, 2);
        }
        return point <= 0xffff ? "\\u" + hex.toHexDigits(point, 4) : "\\U" + hex.toHexDigits(point, 8);
    }
}
