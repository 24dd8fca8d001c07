package org.archirender.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        List<FileChange> changes = new ArrayList<>();
        for (TreePath path : paths) {
            Optional<TreeFile> old = before.get(path);
            Optional<TreeFile> now = after.get(path);
            if (!old.equals(now)) {
                changes.add(new FileChange(path, old, now));
            }
        }
        return new TreeDiff(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
