package org.archirender.tree;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What differs between two trees, file by file, in path order. */
public record TreeDiff(List<FileChange> changes) {
    public static final TreeDiff NONE = new TreeDiff(List.of());

    public TreeDiff {
        changes = List.copyOf(changes);
    }

    /** What turns {@code before} into {@code after}. */
    public static TreeDiff between(FileTree before, FileTree after) {
        SortedSet<TreePath> paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        return new TreeDiff(paths.stream()
                .filter(path -> !before.get(path).equals(after.get(path)))
                .map(path -> new FileChange(path, before.get(path), after.get(path)))
                .toList());
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
