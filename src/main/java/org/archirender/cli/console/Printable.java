package org.archirender.cli.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of strangers as a terminal and a CI's log may have it: what would move the cursor, hide or turn round other text, or
 * command the CI, stands there as its number or apart.
 */
final class Printable {
    /** Our own colours, of which nothing worse can come. */
    private static final String COLOUR = "\\e\\[(?:0|1|2|31|32|33)m";

    private static final String CONTROL =
            "[\\p{Cntrl}\\u0080-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069"
                    + "\\ufeff\\x{e0000}-\\x{e007f}&&[^\\n\\t\\r]]|\\r(?=[^\\n])";
    private static final Pattern UNSEEN = Pattern.compile(CONTROL);
    private static final Pattern UNSEEN_BUT_COLOURS = Pattern.compile("(?!" + COLOUR + ")(?:" + CONTROL + ")");

    /** GitHub's two kinds of commands, Azure's and TeamCity's. */
    private static final Pattern COMMAND =
            Pattern.compile("^\\h*+:(?=:)|#(?=#(?:\\[|vso\\[|teamcity\\[))", Pattern.MULTILINE);

    private Printable() {}

    /** One or more lines for people. */
    static String text(String text, boolean colours) {
        String seen = (colours ? UNSEEN_BUT_COLOURS : UNSEEN)
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(number(found.group())));
        return COMMAND.matcher(seen).replaceAll("$0 ");
    }

    /** The same JSON document in characters that a terminal shows. */
    static String json(String document) {
        String seen = UNSEEN.matcher(document).replaceAll(found -> Matcher.quoteReplacement(number(found.group())));
        return seen.replace("##", "#\\u0023");
    }

    private static String number(String character) {
        StringBuilder number = new StringBuilder();
        character.chars().forEach(c -> number.append("\\u%04x".formatted(c)));
        return number.toString();
    }
}
