package org.archirender.overlay.edit;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.FieldShape.string;
import static org.archirender.yaml.FieldShape.text;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.archirender.recipe.RecipePath;
import org.archirender.text.Anchor;
import org.archirender.text.Regex;
import org.archirender.tree.TreePath;
import org.archirender.yaml.FieldShape;
import org.archirender.yaml.FieldShape.Choice;
import org.archirender.yaml.FieldShape.Nested;
import org.archirender.yaml.FieldShape.Text;
import org.archirender.yaml.FieldShape.WholeNumber;
import org.archirender.yaml.FieldShapes;
import org.archirender.yaml.Fields;

/** What the fields of edits look like, beside the shapes that every mapping has. */
public final class EditShape {
    private static final Pattern DOTTED =
            Pattern.compile("(?:about|app|build|extra|outputs|package|requirements|source|test|tests)\\.[a-z]");

    public static final Text PATH = string("a path in the recipe", EditShape::wrongWithPath)
            .withFix("write it as 'requirements/host' or 'source[0]/url'");
    public static final FieldShape PATHS = PATH.orList("a path in the recipe, or a list of them");
    public static final Text FILE = string("a path below `recipe/`", TreePath::wrongWith);
    public static final FieldShape WORDS = FieldShapes.TEXT.orList("a text or a list of texts");
    public static final Text ITEM = FieldShape.block("an item, of one line or of several");
    public static final FieldShape ITEMS = ITEM.orList("an item or a list of items, each of one line or of several");
    public static final FieldShape LINES = FieldShape.anyText("a line").orList("a list of lines, or one block of text");
    public static final Text ANCHOR = string("an anchor", Anchor::wrongWith);
    public static final Text REGEX = string("a regular expression", wrong("does not work: ", Regex::of));
    public static final FieldShape COUNT = new WholeNumber("a whole number from 1", 1);
    public static final FieldShape COLUMN = new WholeNumber("a whole number from 0", 0);
    public static final FieldShape WHOLE_NUMBER = new WholeNumber("a whole number", 0);
    public static final FieldShape START = new Choice("`start` or `end`", List.of("start", "end"));
    public static final FieldShape KEEP = new Choice("`comment`", List.of("comment"));
    public static final Text UNTIL = text(
            "a date such as `2026-12-31`, or `version >= X`",
            text -> Until.parse(text).isPresent());

    /** The fields of {@code within}. */
    static final Fields SIDES = Fields.of("'within'", optional("after", ANCHOR, ""), optional("before", ANCHOR, ""));

    public static final FieldShape WITHIN = new Nested("`{after: ANCHOR, before: ANCHOR}`, one of them or both", SIDES);

    private EditShape() {}

    private static String wrongWithPath(String text) {
        return DOTTED.matcher(text).lookingAt()
                ? "joins keys by a dot: " + text
                : wrong("is no path: ", RecipePath::parse).apply(text);
    }

    /** What {@code parse} throws of a text, behind {@code words}; nothing where it takes it. */
    private static UnaryOperator<String> wrong(String words, Consumer<String> parse) {
        return text -> {
            try {
                parse.accept(text);
                return "";
            } catch (IllegalArgumentException e) {
                return words + e.getMessage();
            }
        };
    }
}
