package org.archirender.yaml;

import java.util.List;
import org.archirender.text.Address;

/** The shapes that most fields have. */
public final class FieldShapes {
    /** A text on one line, not blank. */
    public static final FieldShape.Text TEXT = FieldShape.text("text on one line", text -> true);

    /** Such a text without credentials: where a server is. */
    public static final FieldShape.Text ADDRESS =
            FieldShape.string(TEXT.words(), Address::wrongWith).withFix(Address.WITHOUT);

    /** A text of one line or of several, not blank. */
    public static final FieldShape.Text BLOCK = FieldShape.block("text");

    /** A list of texts, which may be empty. */
    public static final FieldShape TEXTS = TEXT.list("a list of texts");

    /** A mapping whose keys are not known beforehand. */
    public static final FieldShape MAPPING = new FieldShape.Open("a mapping", List.of());

    /** A mapping of names to texts on one line. */
    public static final FieldShape PAIRS = new FieldShape.Pairs("a mapping of names to texts");

    /** The version of a file's language; there is one. */
    public static final FieldShape FORMAT = new FieldShape.Choice("`1`, the version of this language", List.of(1));

    public static final FieldShape TRUTH = new FieldShape.Choice("`true` or `false`", List.of(true, false));

    private FieldShapes() {}
}
