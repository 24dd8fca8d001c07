package org.archirender.overlay;

import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.patch.FileEdit;
import org.archirender.overlay.patch.FileEdit.DeleteFile;
import org.archirender.overlay.recipe.RecipeEdit;
import org.archirender.overlay.recipe.RecipeEdit.AddItem;
import org.archirender.overlay.recipe.RecipeEdit.BumpNumber;
import org.archirender.overlay.script.TextEdit.EditFlags;
import org.archirender.overlay.script.TextEdit.InsertLines;

/** What the author of an overlay does about an edit that did not apply. */
final class Remedy {
    private Remedy() {}

    /** In the imperative; empty for an edit that applied. */
    static String of(Edit edit, EditStatus status) {
        return switch (status) {
            case APPLIED -> "";
            case ALREADY_PRESENT ->
                "delete the edit, the base has this"
                        + (edit instanceof InsertLines ? "; or add 'repeat: true' if the lines are meant twice" : "");
            case PARTLY_PRESENT -> partlyPresent(edit);
            case VALUE_CHANGED -> "look at the value that is there now, then correct 'was' or delete the edit";
            case VERSION_MOVED -> "see whether the edit is still needed, then update or delete 'only-version'";
            case PATH_MISSING -> "correct the path, or delete the edit";
            case ITEM_MISSING -> "name an item that is there, or delete the edit";
            case ITEM_AMBIGUOUS -> "pick one as NAME[selector], or give more of its text";
            case ANCHOR_MISSING -> "give a line that is there, whole and trimmed, as '^prefix' or as '~regex'";
            case ANCHOR_AMBIGUOUS ->
                edit instanceof EditFlags
                        ? "add 'nth' or 'within' for the command, or give a word that occurs once"
                        : "add 'nth: N', or 'within: {after: ANCHOR, before: ANCHOR}'";
            case FLAG_MISSING -> "give a word as it is written in the command";
            case FILE_MISSING -> fileMissing(edit);
            case FILE_EXISTS -> "edit the file that is there, or give the overlay's another name";
            case PATCH_REJECTED -> "make the patch anew against base/recipe";
            case PATCH_ALREADY_APPLIED -> "delete the edit and its patch, the base has this";
            case NO_EFFECT ->
                edit instanceof BumpNumber || !(edit instanceof RecipeEdit)
                        ? "delete the edit"
                        : "say it in a form that has an effect there, or delete the edit";
            case NAME_UNKNOWN -> "correct the name, define it in 'names' of port.yaml, or write '@@' for an at-sign";
            case OVERLAPS ->
                "make one edit of the two"
                        + (edit instanceof InsertLines ? ", or add 'repeat: true' if the lines are meant twice" : "");
        };
    }

    private static String partlyPresent(Edit edit) {
        if (edit instanceof AddItem) {
            return "use replace-item or select-item on the item that is there";
        }
        return edit instanceof EditFlags
                ? "use 'change' on the word that is there, and leave out what is there already"
                : "say with another edit what is to become of what is there";
    }

    private static String fileMissing(Edit edit) {
        boolean own = edit instanceof FileEdit && !(edit instanceof DeleteFile);
        return own ? "put the file into the overlay's files/" : "name a file that is there, or delete the edit";
    }
}
