package org.archirender.tree;

import java.util.List;

/**
 * The part of a tree that somebody reads: what is at or below some paths. The rest is neither entered nor bounded.
 *
 * @param roots files or folders; none for the whole tree
 */
public record TreeScope(List<String> roots) {
    public static final TreeScope ALL = new TreeScope(List.of());

    public TreeScope {
        roots = List.copyOf(roots);
    }

    /** Whether {@code path} is part of it. */
    public boolean holds(String path) {
        return roots.isEmpty() || roots.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    /** Whether {@code folder} is part of it, or on the way to a part. */
    public boolean leadsThrough(String folder) {
        return holds(folder) || roots.stream().anyMatch(root -> root.startsWith(folder + "/"));
    }
}
