package org.archirender.tree;

import java.util.regex.Pattern;

/**
 * A relative path in a tree, parts joined by {@code /}. It never leaves the tree: no absolute path, no {@code .} or
 * {@code ..}, no empty part, no backslash, no control character, nothing below {@code .git}. Ordered by UTF-16 code
 * units, the same in every locale.
 */
public record TreePath(String value) implements Comparable<TreePath> {
    private static final Pattern ILLEGAL = Pattern.compile("[\\x00-\\x1f\\x7f\\\\]");

    /** @throws IllegalArgumentException naming the path and what is wrong with it */
    public TreePath {
        String wrong = wrongWith(value);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("path '%s' %s".formatted(value, wrong));
        }
    }

    /** The path {@code value}; see the type for what it may not be. */
    public static TreePath of(String value) {
        return new TreePath(value);
    }

    /** What makes {@code value} no path of a tree, as in "leaves the tree"; empty when it is one. */
    public static String wrongWith(String value) {
        if (value.isEmpty()) {
            return "is empty";
        }
        if (ILLEGAL.matcher(value).find()) {
            return "has a backslash or a control character";
        }
        if (value.startsWith("/") || value.matches("[A-Za-z]:.*")) {
            return "is absolute";
        }
        for (String part : value.split("/", -1)) {
            switch (part) {
                case "" -> {
                    return "has an empty part";
                }
                case ".", ".." -> {
                    return "has a part '" + part + "', which may leave the tree";
                }
                default -> {
                    if (part.equalsIgnoreCase(".git")) {
                        return "goes into .git";
                    }
                }
            }
        }
        return "";
    }

    /** The last part. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** This path below the folder {@code folder}, itself a relative path without a final slash. */
    public TreePath under(String folder) {
        return of(folder + "/" + value);
    }

    /** Whether this path is somewhere below {@code folder}. */
    public boolean isUnder(String folder) {
        return value.startsWith(folder + "/");
    }

    @Override
    public int compareTo(TreePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
