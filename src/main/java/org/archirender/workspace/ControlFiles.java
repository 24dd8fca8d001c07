package org.archirender.workspace;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * Files by which git is controlled, as upstream has them below {@code recipe/}. In a workspace that is kept in git they
 * would work on the workspace: files of a base would not be committed, and come back with other line ends, so that
 * another machine rendered another tree. So they lie there under a name that means nothing to git, {@code
 * .gitignore.inert}, and have their own on the branch. Those at the top of a feedstock are the templates', which know.
 */
public final class ControlFiles {
    private static final String INERT = ".inert";
    private static final Pattern OURS = Pattern.compile(".+/(?i:\\.git(?:attributes|ignore|modules))(?:\\.inert)*+");
    private static final Pattern THEIRS = Pattern.compile(".+/(?i:\\.git(?:attributes|ignore|modules))(?:\\.inert)++");

    private ControlFiles() {}

    /** {@code feedstock} as it is written: {@code recipe/.gitignore} → {@code recipe/.gitignore.inert}. */
    public static FileTree inert(FileTree feedstock) {
        return renamed(feedstock, "", path -> OURS.matcher(path).matches() ? path + INERT : path);
    }

    /**
     * The feedstock that was written; one that has a control file under its own name all the same keeps it.
     *
     * @param place of the tree in messages, with a slash at the end
     */
    static FileTree live(FileTree written, String place) {
        return renamed(
                written,
                place,
                path -> THEIRS.matcher(path).matches() ? path.substring(0, path.length() - INERT.length()) : path);
    }

    private static FileTree renamed(FileTree tree, String place, UnaryOperator<String> name) {
        SortedMap<TreePath, TreeFile> renamed = new TreeMap<>();
        tree.files().forEach((path, file) -> {
            TreePath as = TreePath.of(name.apply(path.value()));
            if (renamed.put(as, file) != null) {
                throw new InputException(
                        Location.of(place + path), "is " + as.name() + ", which is there too", "remove one of the two");
            }
        });
        return FileTree.of(renamed);
    }
}
