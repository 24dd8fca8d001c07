package org.archirender.recipe;

import java.util.Arrays;
import java.util.List;
import org.archirender.text.Lines;

/** Where the lines of a recipe begin, what each is, and the text with its Jinja tags masked by as many letters. */
final class RecipeLines {
    /** What a line is to the recipe's structure. */
    enum Kind {
        BLANK,
        COMMENT,
        /** A Jinja statement, a part of one, or a document mark: not in the way of the structure around it. */
        NEUTRAL,
        /** Begins inside a Jinja expression of an earlier line. */
        CONTINUED,
        CONTENT
    }

    private final String text;
    private final String masked;
    private final int[] starts;
    private final int[] ends;
    private final int[] contents;
    private final Kind[] kinds;
    private final int[] nextContent;

    private RecipeLines(String text, String masked, int count) {
        this.text = text;
        this.masked = masked;
        starts = new int[count + 1];
        ends = new int[count];
        contents = new int[count];
        kinds = new Kind[count];
        nextContent = new int[count + 1];
    }

    static RecipeLines of(String text, List<JinjaTag> tags) {
        Lines split = Lines.of(text);
        RecipeLines lines = new RecipeLines(text, mask(text, tags), split.size());
        int offset = 0;
        for (int i = 0; i < split.size(); i++) {
            Lines.Line line = split.get(i);
            lines.starts[i] = i == 0 && text.startsWith("\uFEFF") ? 1 : offset;
            lines.ends[i] = offset + line.text().length();
            lines.contents[i] = lines.skipBlanks(lines.starts[i], lines.ends[i]);
            offset = lines.ends[i] + line.end().length();
        }
        lines.starts[split.size()] = offset;
        lines.classify(tags);
        return lines;
    }

    private static String mask(String text, List<JinjaTag> tags) {
        char[] masked = text.toCharArray();
        for (JinjaTag tag : tags) {
            char letter = tag.kind() == JinjaTag.Kind.COMMENT ? ' ' : 'x';
            for (int i = tag.span().start(); i < tag.span().end(); i++) {
                if (masked[i] != '\n' && masked[i] != '\r') {
                    masked[i] = letter;
                }
            }
        }
        return new String(masked);
    }

    private void classify(List<JinjaTag> tags) {
        int tag = 0;
        for (int i = 0; i < kinds.length; i++) {
            while (tag < tags.size() && tags.get(tag).span().end() <= starts[i]) {
                tag++;
            }
            kinds[i] = kind(i, tag < tags.size() ? List.of(tags.get(tag)) : List.of());
        }
        nextContent[kinds.length] = kinds.length;
        for (int i = kinds.length - 1; i >= 0; i--) {
            nextContent[i] = kinds[i] == Kind.CONTENT ? i : nextContent[i + 1];
        }
    }

    private Kind kind(int line, List<JinjaTag> nextTag) {
        int content = contents[line];
        for (JinjaTag tag : nextTag) {
            boolean expression = tag.kind() == JinjaTag.Kind.EXPRESSION;
            if (tag.span().start() < starts[line]) {
                return expression ? Kind.CONTINUED : Kind.NEUTRAL;
            } else if (tag.span().start() == content && tag.kind() == JinjaTag.Kind.STATEMENT) {
                return Kind.NEUTRAL;
            }
        }
        if (content == ends[line]) {
            return Kind.BLANK;
        } else if (text.charAt(content) == '#') {
            return Kind.COMMENT;
        }
        boolean nothing = masked.substring(content, ends[line]).isBlank();
        return nothing || isDocumentMark(line) ? Kind.NEUTRAL : Kind.CONTENT;
    }

    private boolean isDocumentMark(int line) {
        int start = starts[line];
        return text.startsWith("%YAML", start)
                || ((text.startsWith("---", start) || text.startsWith("...", start)) && isGap(start + 3, ends[line]));
    }

    private boolean isGap(int offset, int end) {
        return offset >= end || text.charAt(offset) == ' ' || text.charAt(offset) == '\t';
    }

    private int skipBlanks(int from, int end) {
        int i = from;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    int count() {
        return ends.length;
    }

    String text() {
        return text;
    }

    String masked() {
        return masked;
    }

    /** Where the line begins, behind a byte order mark; of the line behind the last one, where the text ends. */
    int start(int line) {
        return starts[line];
    }

    /** Where its line end begins. */
    int end(int line) {
        return ends[line];
    }

    /** Where its indent ends. */
    int content(int line) {
        return contents[line];
    }

    int indent(int line) {
        return contents[line] - starts[line];
    }

    Kind kind(int line) {
        return kinds[line];
    }

    /** The first line from {@code line} on that has content of the recipe's structure, or {@link #count}. */
    int nextContent(int line) {
        return nextContent[line];
    }

    /** The line in which {@code offset} stands; line ends belong to their line. */
    int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, 0, ends.length, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** Where text between {@code from} and the end of its line stops that is neither white space nor a comment. */
    int contentEnd(int from, int line) {
        int end = commentStart(from, line);
        while (end > from && isGap(end - 1, ends[line])) {
            end--;
        }
        return end;
    }

    /** Where a comment begins at or behind {@code from}, or the line's end. */
    int commentStart(int from, int line) {
        for (int i = from; i < ends[line]; i++) {
            if (masked.charAt(i) == '#' && (i == starts[line] || isGap(i - 1, ends[line]))) {
                return i;
            }
        }
        return ends[line];
    }

    /** The first char at or behind {@code from} on that line that is no white space, or the line's end. */
    int skipGap(int from, int line) {
        return skipBlanks(from, ends[line]);
    }
}
