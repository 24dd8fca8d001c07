package org.archirender.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;

/**
 * Takes in a tree that may be a stranger's, from a disk or from git: names, number and sizes are looked at before
 * anything is read. What can be told file by file is collected; what has no end stops at its bound.
 */
public final class TreeIntake {
    /** The bytes of one file. */
    public static final int FILE_BYTES = 16 << 20;

    /** The bytes of all files together, those that are there twice counted twice. */
    public static final int TREE_BYTES = 64 << 20;

    /** Files and folders together. */
    public static final int ENTRIES = 20_000;

    private final String place;
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<TreePath, TreeFile> files = new TreeMap<>();
    private int entries;
    private long bytes;

    /** @param place what a message names before a file's path; empty for nothing */
    public TreeIntake(String place) {
        this.place = place;
    }

    /**
     * One more file or folder; empty where its path can be none, which is a problem.
     *
     * @throws InputException where there are too many
     */
    public Optional<TreePath> enter(String path) {
        entries++;
        if (entries > ENTRIES) {
            throw tooMany();
        }
        String wrong = TreePath.wrongWith(path);
        if (!wrong.isEmpty()) {
            problem(path, "the file's path " + wrong, "rename it");
            return Optional.empty();
        }
        return Optional.of(TreePath.of(path));
    }

    /**
     * Whether a file of {@code size} bytes may be read; that it is too large for itself is a problem.
     *
     * @throws InputException where all together are too large
     */
    public boolean fits(TreePath path, long size) {
        if (size > FILE_BYTES) {
            problem(
                    path.value(),
                    "has %d bytes; a feedstock's file may have %d".formatted(size, FILE_BYTES),
                    "remove it");
            return false;
        }
        bytes += size;
        if (bytes > TREE_BYTES) {
            throw tooMuch("has files of more than %d bytes together".formatted(TREE_BYTES));
        }
        return true;
    }

    /** The file at {@code path}, which {@link #fits}. */
    public void add(TreePath path, TreeFile file) {
        files.put(path, file);
    }

    /** What is wrong with what is at {@code path}. */
    public void problem(String path, String message, String fix) {
        problems.add(new Problem(Location.of(at(path)), message, fix));
    }

    private String at(String path) {
        return place.isEmpty() ? TreePath.printable(path) : place + "/" + TreePath.printable(path);
    }

    /** The problem of a tree with more files and folders than it may have. */
    public InputException tooMany() {
        return tooMuch("has more than %d files and folders".formatted(ENTRIES));
    }

    private InputException tooMuch(String message) {
        return new InputException(
                Location.of(place.isEmpty() ? "." : place), message, "is this the right folder or repository?");
    }

    /**
     * All files that were added.
     *
     * @throws InputException with all problems there were
     */
    public FileTree tree() {
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return FileTree.of(files);
    }
}
