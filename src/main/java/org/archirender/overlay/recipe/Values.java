package org.archirender.overlay.recipe;

import java.util.regex.Pattern;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Quotes;

/** Texts of values, as they stand in recipes and overlays. */
final class Values {
    private static final Pattern COMMENT = Pattern.compile("\\s#");
    private static final Pattern WORD = Pattern.compile("[\\w.+!~-]+");

    /** What YAML takes for a number. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(0x[0-9a-fA-F]+|0o[0-7]+|(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?)");

    private Values() {}

    /** Whether two values differ in quotes and white space only. */
    static boolean same(String one, String other) {
        return words(one).equals(words(other));
    }

    private static String words(String text) {
        return Quotes.without(text.strip()).replaceAll("\\s+", " ");
    }

    /** Whether a value that is to be written brings a comment of its own. */
    static boolean hasComment(String value) {
        return !Quotes.areAround(value)
                && !value.contains("\n")
                && COMMENT.matcher(value).find();
    }

    /**
     * {@code value} as it has to stand below {@code context:} of a recipe.yaml to be the same text: in quotes where it
     * would be a number that prints otherwise, such as {@code 1.10}.
     */
    static String inContext(RecipeText recipe, String value) {
        boolean number = NUMBER.matcher(value).matches() && !value.matches("0|[1-9]\\d*");
        return recipe.isRecipeYaml() && number ? '"' + value + '"' : value;
    }

    /** {@code value} in the quotes that {@code old} has, where it is a bare word that would be no text without them. */
    static String likeOld(String old, String value) {
        boolean bare = Quotes.areAround(old) && WORD.matcher(value).matches();
        return bare ? old.charAt(0) + value + old.charAt(0) : value;
    }
}
