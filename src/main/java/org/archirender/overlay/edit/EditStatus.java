package org.archirender.overlay.edit;

import java.util.List;
import org.archirender.text.NearMiss;

/** What an edit did, or why it did nothing. Decided by identity, never by context. */
public enum EditStatus {
    APPLIED("it did what it says", ""),
    ALREADY_PRESENT(
            "the base has what it would write: an item of that name, the value, the flag, the lines",
            "delete the edit, the base has this"),
    PARTLY_PRESENT(
            "the same name stands there with another version, value or selector, or some of several are there",
            "say with another edit what is to become of what is there"),
    VALUE_CHANGED(
            "what the edit says was there, in `was`, is not",
            "look at the value that is there now, then correct 'was' or delete the edit"),
    VERSION_MOVED(
            "the package's version is not the one in `only-version`",
            "see whether the edit is still needed, then update or delete 'only-version'"),
    PATH_MISSING("the recipe has no such path", "correct the path, or delete the edit"),
    ITEM_MISSING("the list has no such item", "name an item that is there, or delete the edit"),
    ANCHOR_MISSING(
            "the file has no such line, or not so many",
            "give a line that is there, whole and trimmed, as '^prefix' or as '~regex'"),
    FLAG_MISSING("the command has no such word", "give a word as it is written in the command"),
    FILE_MISSING("there is no such file, in the base or in `files/`", "name a file that is there, or delete the edit"),
    ITEM_AMBIGUOUS("several items or keys go by that name", "pick one as NAME[selector], or give more of its text"),
    ANCHOR_AMBIGUOUS("several lines or words are hit", "add 'nth: N', or 'within: {after: ANCHOR, before: ANCHOR}'"),
    PATCH_REJECTED("a hunk does not fit exactly, or the patch is none", "make the patch anew against base/recipe"),
    PATCH_ALREADY_APPLIED(
            "the files are as the patch would leave them", "delete the edit and its patch, the base has this"),
    FILE_EXISTS(
            "a file of that path is there, with other bytes",
            "edit the file that is there, or give the overlay's another name"),
    READS_OTHERWISE(
            "what it writes would be read as something else there, or something else with it",
            "quote the text, or write the lines themselves with insert-lines and replace-lines"),
    NO_EFFECT("the edit hits, and what it writes is what is there", "delete the edit"),
    NAME_UNKNOWN(
            "a text of the edit has a name between at-signs that the port does not have",
            "correct the name, define it in 'names' of port.yaml, or write '@@' for an at-sign"),
    FORMAT_MOVED(
            "the recipe is recipe.yaml by now, and the edit was written for meta.yaml",
            "write the edit anew for recipe.yaml, or delete it"),
    EXPIRED("the time is over that the edit says in `until`", "delete the edit, or give it more time"),
    OVERLAPS(
            "it changes what an earlier edit of the package wrote, or needs what one took away",
            "make one edit of the two");

    private final String meaning;
    private final String remedy;

    EditStatus(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** One sentence in Markdown, without a final full stop. */
    public String meaning() {
        return meaning;
    }

    /**
     * The refusal of an edit that ends so.
     *
     * @param message what is there instead; one or more lines, no final newline
     */
    public EditRefusal refusal(String message) {
        return refusal(message, List.of());
    }

    /** The same with what the user may have meant. */
    public EditRefusal refusal(String message, List<NearMiss> nearMisses) {
        return new EditRefusal(this, message, nearMisses);
    }

    /** What the author of an overlay does about it, in the imperative, unless an operation knows better. */
    String remedy() {
        return remedy;
    }
}
