package org.archirender.overlay;

/** What an edit did, or why it did nothing. Decided by identity, never by context. */
public enum EditStatus {
    /** It did what it says. */
    APPLIED,
    /** The base already has what it would write: an item of that name, the value, the flag, the lines. */
    ALREADY_PRESENT,
    /** The same name stands there with another version or selector, or only some of several things are there. */
    PARTLY_PRESENT,
    /** What the edit says was there ({@code was}) is not, or what it writes replaces something else than it knew. */
    VALUE_CHANGED,
    /** The package's version is not the one that the edit is tied to. */
    VERSION_MOVED,
    PATH_MISSING,
    ITEM_MISSING,
    ANCHOR_MISSING,
    FLAG_MISSING,
    FILE_MISSING,
    ITEM_AMBIGUOUS,
    ANCHOR_AMBIGUOUS,
    /** A hunk does not fit exactly. */
    PATCH_REJECTED,
    /** The files are as the patch would leave them. */
    PATCH_ALREADY_APPLIED,
    /** A file of that path stands there with other bytes. */
    FILE_EXISTS,
    /** The edit hits, and its result equals what was there. */
    NO_EFFECT,
    /** A text of the edit has a name between at-signs that the port does not have. */
    NAME_UNKNOWN,
    /** It changes what an earlier edit of the same package wrote or removed. */
    OVERLAPS
}
