package org.archirender.tree;

import org.eclipse.jgit.ignore.FastIgnoreRule;

/**
 * Files of a tree, as a line of .gitignore at its root names them: {@code .github/workflows/*.yml}, {@code docs/**},
 * {@code .circleci}. A folder stands for all that is below it, {@code *} for no slash.
 *
 * @param text as it is written
 */
public record PathGlob(String text) {
    /** What a user writes. */
    public static String wrongWith(String text) {
        if (text.startsWith("/") || text.startsWith("./") || text.startsWith("../")) {
            return "is no path below the feedstock's folder";
        }
        return text.matches("[^!\\[\\]\\\\{}\\p{Cntrl}]+") && !text.isBlank() ? "" : "has other marks than *, ? and **";
    }

    /** Whether the file at {@code path} is one of them. */
    public boolean matches(String path) {
        return new FastIgnoreRule("/" + text).isMatch(path, false, false);
    }
}
