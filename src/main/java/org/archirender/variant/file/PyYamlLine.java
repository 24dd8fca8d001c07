package org.archirender.variant.file;

/** The text so far and where its last line stands: PyYAML decides on blanks and breaks from that alone. */
final class PyYamlLine {
    private final StringBuilder out = new StringBuilder();
    private int column;
    private boolean afterBlank = true;
    private boolean onlyIndicators = true;

    /** Whether the line has nothing but blanks, dashes and other marks that open a node. */
    boolean onlyIndicators() {
        return onlyIndicators;
    }

    int column() {
        return column;
    }

    String text() {
        return out.toString();
    }

    /** A mark, after a blank where {@code spaced}; {@code opens} where a node may follow on the same line. */
    void indicator(String mark, boolean spaced, boolean opens) {
        write(afterBlank || !spaced ? mark : " " + mark);
        afterBlank = false;
        onlyIndicators = onlyIndicators && opens;
    }

    /** A blank, unless there is one; then text follows. */
    void startText() {
        if (!afterBlank) {
            write(" ");
        }
        enterText();
    }

    private void enterText() {
        afterBlank = false;
        onlyIndicators = false;
    }

    /** Goes on at column {@code indent}, on a new line unless this one is free up to there. */
    void indent(int indent) {
        if (!onlyIndicators || column > indent || (column == indent && !afterBlank)) {
            newline();
        }
        if (column < indent) {
            write(" ".repeat(indent - column));
            afterBlank = true;
        }
    }

    /** As {@link #indent}, in the middle of a text. */
    void fold(int indent) {
        indent(indent);
        enterText();
    }

    void newline() {
        out.append('\n');
        column = 0;
        afterBlank = true;
        onlyIndicators = true;
    }

    /** Text without a break, all of it in ASCII. */
    void write(String text) {
        out.append(text);
        column += text.length();
    }
}
