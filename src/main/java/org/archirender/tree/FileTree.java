package org.archirender.tree;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.problem.UnreadableException;

/** Files by path, in path order. Immutable: every change gives a new tree. */
public record FileTree(SortedMap<TreePath, TreeFile> files) {
    private static final FileTree EMPTY = new FileTree(new TreeMap<>());

    public FileTree {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static FileTree empty() {
        return EMPTY;
    }

    /** A copy of {@code files}, whatever its order. */
    public static FileTree of(Map<TreePath, TreeFile> files) {
        return new FileTree(new TreeMap<>(files));
    }

    /** The file at {@code path}; empty where there is none. */
    public Optional<TreeFile> get(TreePath path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The file at {@code path}, for paths written in code. */
    public Optional<TreeFile> get(String path) {
        return get(TreePath.of(path));
    }

    /**
     * The text of the file at {@code path}; empty where there is none.
     *
     * @param name of the file in messages
     * @throws UnreadableException where it is not UTF-8
     */
    public String text(String path, String name) {
        return get(path).map(file -> file.text(name)).orElse("");
    }

    /**
     * What keeps {@code path} from being a file here: a file that it would lie below, or one that lies below it; empty where
     * nothing does.
     */
    public Optional<TreePath> inTheWayOf(TreePath path) {
        return files.keySet().stream()
                .filter(there -> path.isUnder(there.value()) || there.isUnder(path.value()))
                .findFirst();
    }

    public boolean contains(TreePath path) {
        return files.containsKey(path);
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** This tree with {@code file} at {@code path}, whether or not there was one. */
    public FileTree with(TreePath path, TreeFile file) {
        SortedMap<TreePath, TreeFile> changed = new TreeMap<>(files);
        changed.put(path, file);
        return new FileTree(changed);
    }

    /** This tree without {@code path}. */
    public FileTree without(TreePath path) {
        if (!files.containsKey(path)) {
            return this;
        }
        SortedMap<TreePath, TreeFile> changed = new TreeMap<>(files);
        changed.remove(path);
        return new FileTree(changed);
    }

    /** All files of both; where both have one, {@code over}'s. */
    public FileTree with(FileTree over) {
        SortedMap<TreePath, TreeFile> changed = new TreeMap<>(files);
        changed.putAll(over.files);
        return new FileTree(changed);
    }

    /** What is below {@code folder}, with paths relative to it. */
    public FileTree folder(String folder) {
        SortedMap<TreePath, TreeFile> below = new TreeMap<>();
        files.forEach((path, file) -> {
            if (path.isUnder(folder)) {
                below.put(TreePath.of(path.value().substring(folder.length() + 1)), file);
            }
        });
        return new FileTree(below);
    }

    /** This whole tree below {@code folder}. */
    public FileTree under(String folder) {
        SortedMap<TreePath, TreeFile> moved = new TreeMap<>();
        files.forEach((path, file) -> moved.put(path.under(folder), file));
        return new FileTree(moved);
    }
}
