package org.archirender.yaml;

/** What a field's value looks like in YAML. */
public enum FieldShape {
    TEXT("text on one line"),
    PATH("a path in the recipe"),
    PATHS("a path in the recipe, or a list of them"),
    FILE("a path below `recipe/`"),
    WORDS("a text or a list of texts"),
    ITEM("an item, of one line or of several"),
    ITEMS("an item or a list of items, each of one line or of several"),
    LINES("a list of lines, or one block of text"),
    PAIRS("a mapping of names to texts"),
    ANCHOR("an anchor"),
    WITHIN("`{after: ANCHOR, before: ANCHOR}`, one of them or both"),
    REGEX("a regular expression"),
    WHOLE_NUMBER("a whole number"),
    COUNT("a whole number from 1"),
    COLUMN("a whole number from 0"),
    TRUTH("`true` or `false`"),
    START("`start` or `end`"),
    KEEP("`comment`"),
    UNTIL("a date such as `2026-12-31`, or `version >= X`");

    private final String words;

    FieldShape(String words) {
        this.words = words;
    }

    /** In words, as Markdown. */
    public String words() {
        return words;
    }
}
