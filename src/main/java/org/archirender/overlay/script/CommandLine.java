package org.archirender.overlay.script;

import java.util.List;
import org.archirender.overlay.script.CommandWords.Word;
import org.archirender.text.Lines;
import org.archirender.text.Span;
import org.archirender.text.Splice;

/** A shell command over one or more physical lines whose words are changed one after the other. */
final class CommandLine {
    private String text;

    /** @param text physical lines, a newline between them, their final backslashes included */
    CommandLine(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    List<Word> words() {
        return CommandWords.of(text);
    }

    void replace(Word word, String with) {
        splice(word.from(), word.to(), with);
    }

    /** Takes a word away with the blanks before it, or with its physical line if it is alone there. */
    void remove(Word word) {
        int lineStart = startOfLine(word);
        int lineEnd = endOfLine(word);
        String rest = text.substring(word.to(), lineEnd);
        boolean first = text.substring(lineStart, word.from()).isBlank();
        boolean last = rest.isBlank() || rest.strip().equals("\\");
        if (!first) {
            splice(blanksBefore(word.from(), lineStart), word.to(), "");
        } else if (!last) {
            splice(word.from(), lineEnd - rest.stripLeading().length(), "");
        } else if (lineEnd < text.length()) {
            splice(lineStart, lineEnd + 1, "");
        } else {
            // The last line of the command goes, and with it the backslash that led to it.
            int before = Math.max(0, lineStart - 2);
            splice(lineStart == 0 ? word.from() : blanksBefore(before, 0), lineEnd, "");
        }
    }

    /** Adds words at the end; before a comment there, since behind it they would be none of the command. */
    void append(List<String> added) {
        List<Word> words = words();
        int last = words.isEmpty() ? 0 : words.get(words.size() - 1).to();
        String rest = text.substring(last).replace("\\\n", " ").stripLeading();
        int end = rest.startsWith("#") ? last : text.length();
        splice(end, end, " " + String.join(" ", added));
    }

    /** Adds words behind {@code word}; in a command of several lines each on a line of its own, at that word's indent. */
    void addBehind(Word word, List<String> added) {
        if (text.indexOf('\n') < 0) {
            splice(word.to(), word.to(), " " + String.join(" ", added));
            return;
        }
        int lineEnd = endOfLine(word);
        String line = text.substring(startOfLine(word), lineEnd);
        String indent = Lines.of(line).get(0).indent();
        StringBuilder below = new StringBuilder();
        if (lineEnd < text.length()) {
            added.forEach(flag -> below.append(indent).append(flag).append(" \\\n"));
            splice(lineEnd + 1, lineEnd + 1, below.toString());
        } else {
            added.forEach(flag -> below.append(" \\\n").append(indent).append(flag));
            splice(lineEnd, lineEnd, below.toString());
        }
    }

    private int startOfLine(Word word) {
        return text.lastIndexOf('\n', word.from()) + 1;
    }

    private int endOfLine(Word word) {
        int newline = text.indexOf('\n', word.to());
        return newline < 0 ? text.length() : newline;
    }

    private int blanksBefore(int from, int least) {
        int start = from;
        while (start > least && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        return start;
    }

    private void splice(int from, int to, String with) {
        text = Splice.apply(text, List.of(new Splice(new Span(from, to), with)));
    }
}
