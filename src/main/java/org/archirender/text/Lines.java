package org.archirender.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text as lines that keep their own ends, so that {@code Lines.of(x).text()} equals {@code x} for every {@code x}.
 * A line ends at {@code \n}, {@code \r\n} or a lone {@code \r}; the last one may have no end. Empty text has no line.
 */
public record Lines(List<Line> lines) {
    /**
     * One line.
     *
     * @param text without its end
     * @param end {@code \n}, {@code \r\n}, {@code \r}, or empty on a last line that has none
     */
    public record Line(String text, String end) {
        /** The text without white space at both ends. */
        public String trimmed() {
            return text.strip();
        }

        /** Leading blanks and tabs. */
        public String indent() {
            int i = 0;
            while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
                i++;
            }
            return text.substring(0, i);
        }
    }

    public Lines {
        lines = List.copyOf(lines);
    }

    /** The lines of {@code text}. */
    public static Lines of(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                int end = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
                lines.add(new Line(text.substring(start, i), text.substring(i, end)));
                start = end;
                i = end - 1;
            }
        }
        if (start < text.length()) {
            lines.add(new Line(text.substring(start), ""));
        }
        return new Lines(lines);
    }

    /** The text again, byte for byte. */
    public String text() {
        return lines.stream().map(line -> line.text() + line.end()).collect(Collectors.joining());
    }

    /** The line end that an added line gets: that of the first line that has one, else {@code \n}. */
    public String end() {
        return lines.stream()
                .map(Line::end)
                .filter(end -> !end.isEmpty())
                .findFirst()
                .orElse("\n");
    }

    /** How many lines there are. */
    public int size() {
        return lines.size();
    }

    /** The line at {@code index}, 0-based. */
    public Line get(int index) {
        return lines.get(index);
    }

    /**
     * These lines with {@code texts} instead of the lines from {@code from} (0-based, inclusive) to {@code to}
     * (exclusive). New lines end as the file's lines do; a missing final newline stays missing, except below an empty
     * line, which is nothing without its end.
     */
    public Lines replace(int from, int to, List<String> texts) {
        String end = end();
        List<Line> changed = new ArrayList<>(lines.subList(0, from));
        boolean lastHadNoEnd =
                !lines.isEmpty() && lines.get(lines.size() - 1).end().isEmpty();
        if (from == lines.size() && lastHadNoEnd && !texts.isEmpty()) {
            Line last = changed.remove(changed.size() - 1);
            changed.add(new Line(last.text(), end));
        }
        texts.forEach(text -> changed.add(new Line(text, end)));
        changed.addAll(lines.subList(to, lines.size()));
        // An empty line without an end would be no line.
        if (to == lines.size()
                && lastHadNoEnd
                && !changed.isEmpty()
                && !changed.get(changed.size() - 1).text().isEmpty()) {
            Line last = changed.remove(changed.size() - 1);
            changed.add(new Line(last.text(), ""));
        }
        return new Lines(changed);
    }
}
