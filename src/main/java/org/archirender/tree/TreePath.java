package org.archirender.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;

/**
 * A relative path in a tree, parts joined by {@code /}. It never leaves the tree: no absolute path, no {@code .} or
 * {@code ..}, no empty part, no backslash, no control character, nothing below {@code .git} or what a disk takes for it.
 * What is below a folder of it is such a path as well. Ordered by UTF-16 code units, the same in every locale.
 */
public record TreePath(String value) implements Comparable<TreePath> {
    private static final Pattern ILLEGAL = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\\\]");

    /** A surrogate without its other half, or what stands for bytes that are no UTF-8: the name is another one really. */
    private static final Pattern UNDECODED = Pattern.compile("[\\p{Cs}\\ufffd]");

    /** What no terminal shows as it is: the above, and what turns the direction of writing. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    /** What file systems hold in one name; they count bytes. */
    private static final int LONGEST_NAME = 255;

    /** Leaves room for the folder that the tree lies in: systems take 4,096 bytes, some 1,024. */
    private static final int LONGEST = 1000;

    /** Knows each way to write {@code .git} that some disk takes for the real one. */
    private static final ObjectChecker NAMES = new ObjectChecker().setSafeForMacOS(true);

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

    /**
     * A path of any length, so that one that was read can be put below a folder.
     *
     * @throws IllegalArgumentException naming the path and what is wrong with it
     */
    public TreePath {
        String wrong = leaves(value);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("path '%s' %s".formatted(printable(value), wrong));
        }
    }

    /** The path {@code value}; see the type for what it may not be. */
    public static TreePath of(String value) {
        return new TreePath(value);
    }

    /**
     * What makes {@code value} no path to be read or written, as in "leaves the tree" or "is longer than 1000 bytes"; empty
     * when it is one.
     */
    public static String wrongWith(String value) {
        String wrong = leaves(value);
        if (wrong.isEmpty() && bytes(value) > LONGEST) {
            return "is longer than %d bytes".formatted(LONGEST);
        }
        boolean fits = Arrays.stream(value.split("/", -1)).allMatch(part -> bytes(part) <= LONGEST_NAME);
        return fits || !wrong.isEmpty() ? wrong : "has a name longer than %d bytes".formatted(LONGEST_NAME);
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String leaves(String value) {
        if (value.isEmpty()) {
            return "is empty";
        }
        if (ILLEGAL.matcher(value).find()) {
            return "has a backslash or a control character";
        }
        if (value.startsWith("/")) {
            return "is absolute";
        }
        if (UNDECODED.matcher(value).find()) {
            return "is not UTF-8 text";
        }
        return Arrays.stream(value.split("/", -1))
                .map(TreePath::wrongWithPart)
                .filter(wrong -> !wrong.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String wrongWithPart(String part) {
        if (part.isEmpty()) {
            return "has an empty part";
        }
        if (part.equals(".") || part.equals("..")) {
            return "has a part '" + part + "', which may leave the tree";
        }
        if (DRIVE.matcher(part).lookingAt()) {
            return "has a part that begins with a drive letter, as of Windows";
        }
        byte[] name = part.getBytes(StandardCharsets.UTF_8);
        try {
            NAMES.checkPathSegment(name, 0, name.length);
            return "";
        } catch (CorruptObjectException e) {
            return "goes into .git";
        }
    }

    /** {@code text} with what a terminal would obey written as {@code \\u001b}. */
    public static String printable(String text) {
        return UNPRINTABLE
                .matcher(text)
                .replaceAll(found -> "\\\\u%04x".formatted(found.group().codePointAt(0)));
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
