package org.archirender.overlay.script;

import java.util.ArrayList;
import java.util.List;

/** The words of one shell command over one or more physical lines, with their places. Never fails: a quote may stay open. */
final class CommandWords {
    /**
     * A word as written, quotes included.
     *
     * @param from offset of its first char in the command's text
     * @param to offset after its last
     */
    record Word(String text, int from, int to) {}

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private int position;

    private CommandWords(String text) {
        this.text = text;
    }

    /**
     * The words of a command up to a comment.
     *
     * @param text physical lines, a newline between them, their final backslashes included
     */
    static List<Word> of(String text) {
        CommandWords scan = new CommandWords(text);
        while (scan.skipBlanks() && text.charAt(scan.position) != '#') {
            int from = scan.position;
            scan.skipWord();
            scan.words.add(new Word(text.substring(from, scan.position), from, scan.position));
        }
        return scan.words;
    }

    private boolean skipBlanks() {
        while (position < text.length() && isBlank(position)) {
            position++;
        }
        return position < text.length();
    }

    /** White space, or the backslash that continues a line. */
    private boolean isBlank(int at) {
        char c = text.charAt(at);
        return Character.isWhitespace(c) || (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n');
    }

    private void skipWord() {
        int depth = 0;
        char quote = 0;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (quote == 0 && depth == 0 && isBlank(position)) {
                return;
            }
            if (c == '\\' && quote != '\'') {
                position++;
            } else if (quote == 0 && (c == '"' || c == '\'' || c == '`')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (depth > 0 ? isOpening(c) : opens(position))) {
                depth++;
            } else if (quote == 0 && depth > 0 && (c == ')' || c == '}')) {
                depth--;
            }
            position++;
        }
        position = text.length();
    }

    /** Whether a substitution, <code>$(…)</code> or <code>${…}</code>, begins with this bracket. */
    private boolean opens(int at) {
        return isOpening(text.charAt(at)) && at > 0 && text.charAt(at - 1) == '$';
    }

    private static boolean isOpening(char c) {
        return c == '(' || c == '{';
    }
}
