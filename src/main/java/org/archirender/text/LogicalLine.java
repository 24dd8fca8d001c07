package org.archirender.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A line as a shell reads it: physical lines that end in a backslash go on in the next one. A comment does not.
 *
 * @param from index of its first physical line, 0-based
 * @param to index after its last physical line
 * @param text its physical lines joined by one blank, without backslashes; the first one's indent is kept
 */
public record LogicalLine(int from, int to, String text) {
    /** The logical lines of {@code lines}, from top to bottom; together they are all of its lines. */
    public static List<LogicalLine> of(Lines lines) {
        List<LogicalLine> found = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = from + 1;
            boolean comment = lines.get(from).trimmed().startsWith("#");
            while (!comment && to < lines.size() && continues(lines.get(to - 1).text())) {
                to++;
            }
            found.add(new LogicalLine(from, to, joined(lines, from, to)));
            from = to;
        }
        return found;
    }

    /** Whether a physical line goes on in the next: it ends in an odd number of backslashes. */
    private static boolean continues(String physical) {
        int backslashes = 0;
        while (backslashes < physical.length() && physical.charAt(physical.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static String joined(Lines lines, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            String physical = lines.get(i).text();
            boolean goesOn = i + 1 < to;
            String body = goesOn ? physical.substring(0, physical.length() - 1) : physical;
            if (i == from) {
                text.append(goesOn ? body.stripTrailing() : body);
            } else if (!body.isBlank()) {
                text.append(' ').append(body.strip());
            }
        }
        return text.toString();
    }

    /** The text without white space at both ends. */
    public String trimmed() {
        return text.strip();
    }

    /** 1-based number of the first physical line. */
    public int number() {
        return from + 1;
    }
}
