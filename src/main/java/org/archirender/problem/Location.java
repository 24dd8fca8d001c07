package org.archirender.problem;

import static java.util.Objects.requireNonNull;

/**
 * A place in a file of the user's, printed as {@code file:line:column}.
 *
 * @param file path as the user knows it, relative to the workspace or feedstock, with {@code /}
 * @param line 1-based; 0 when the place is the whole file
 * @param column 1-based, in code points; 0 when the place is the whole line
 */
public record Location(String file, int line, int column) {
    public Location {
        requireNonNull(file, "file is null");
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("negative position %d:%d".formatted(line, column));
        }
    }

    /** The whole of {@code file}. */
    public static Location of(String file) {
        return new Location(file, 0, 0);
    }

    /** A whole line of {@code file}, 1-based. */
    public static Location of(String file, int line) {
        return new Location(file, line, 0);
    }

    /** Where {@code offset} is in {@code text}, of which lines end at {@code \n}. */
    public static Location in(String file, String text, int offset) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        int line = 1 + (int) text.chars().limit(start).filter(c -> c == '\n').count();
        return new Location(file, line, 1 + text.codePointCount(start, offset));
    }

    /** The same line and column of {@code other}. */
    public Location in(String other) {
        return new Location(other, line, column);
    }

    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
