package org.archirender.overlay.edit;

import java.util.List;
import org.archirender.recipe.UneditableException;
import org.archirender.text.NearMiss;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreePath;

/** An edit can't or needn't be done; ends its work on one text. Never leaves the room. */
public final class EditRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final EditStatus status;
    private final transient List<NearMiss> nearMisses;

    EditRefusal(EditStatus status, String message, List<NearMiss> nearMisses) {
        super(message, null, false, false);
        this.status = status;
        this.nearMisses = List.copyOf(nearMisses);
    }

    /** The refusal of what a recipe has no place for, in its words. */
    public static EditRefusal of(UneditableException e) {
        EditStatus status = switch (e.reason()) {
            case NO_PLACE -> EditStatus.PATH_MISSING;
            case CUTS_JINJA -> EditStatus.ITEM_AMBIGUOUS;
        };
        return status.refusal(String.valueOf(e.getMessage()), e.nearMisses());
    }

    /** That {@code folder}, as in "recipe/", has no such file. */
    public static EditRefusal noFile(String folder, FileTree tree, TreePath path) {
        List<String> names = tree.files().keySet().stream().map(TreePath::value).toList();
        return EditStatus.FILE_MISSING.refusal(
                folder + " has no file '" + path + "'", NearMiss.of(path.value(), names));
    }

    /** The path of a file that an edit names, which may have got wrong when the port's names were put in. */
    public static TreePath path(String file) {
        String wrong = TreePath.wrongWith(file);
        if (!wrong.isEmpty()) {
            throw EditStatus.FILE_MISSING.refusal("path '" + file + "' " + wrong);
        }
        return TreePath.of(file);
    }

    public EditStatus status() {
        return status;
    }

    /** What the user may have meant, the nearest first, at most three. */
    public List<NearMiss> nearMisses() {
        return nearMisses;
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
