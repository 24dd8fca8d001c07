package org.archirender.overlay.edit;

/** What an edit did, or why it did nothing. Decided by identity, never by context. */
public enum EditStatus {
    APPLIED("it did what it says"),
    ALREADY_PRESENT("the base has what it would write: an item of that name, the value, the flag, the lines"),
    PARTLY_PRESENT("the same name stands there with another version, value or selector, or some of several are there"),
    VALUE_CHANGED("what the edit says was there, in `was`, is not"),
    VERSION_MOVED("the package's version is not the one in `only-version`"),
    PATH_MISSING("the recipe has no such path"),
    ITEM_MISSING("the list has no such item"),
    ANCHOR_MISSING("the file has no such line, or not so many"),
    FLAG_MISSING("the command has no such word"),
    FILE_MISSING("there is no such file, in the base or in `files/`"),
    ITEM_AMBIGUOUS("several items or keys go by that name"),
    ANCHOR_AMBIGUOUS("several lines or words are hit"),
    PATCH_REJECTED("a hunk does not fit exactly, or the patch is none"),
    PATCH_ALREADY_APPLIED("the files are as the patch would leave them"),
    FILE_EXISTS("a file of that path is there, with other bytes"),
    NO_EFFECT("the edit hits, and what it writes is what is there"),
    NAME_UNKNOWN("a text of the edit has a name between at-signs that the port does not have"),
    OVERLAPS("it changes what an earlier edit of the package wrote, or needs what one took away");

    private final String meaning;

    EditStatus(String meaning) {
        this.meaning = meaning;
    }

    /** One sentence in Markdown, without a final full stop. */
    public String meaning() {
        return meaning;
    }
}
