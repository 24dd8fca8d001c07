package org.archirender.template;

import freemarker.template.TemplateModelException;
import java.util.regex.Pattern;

/** Values that mean themselves in shell and in YAML wherever they stand, and values that can't be put on a line. */
final class SafeText {
    private static final Pattern EVERYWHERE = Pattern.compile("[A-Za-z0-9_/][A-Za-z0-9_./+=@%^:-]*(?<!:)");

    /** Line breaks, and what has a terminal or an editor show another order than there is. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private SafeText() {}

    static boolean isControl(char c) {
        return CONTROL.matcher(String.valueOf(c)).matches();
    }

    static boolean everywhere(String value) {
        return EVERYWHERE.matcher(value).matches();
    }

    /** Whether {@code value} is a path or a word of which no program makes more. */
    static boolean isWord(String value) {
        return everywhere("/" + value) && !value.startsWith("-");
    }

    /** Refuses line breaks, which could end a comment or a word, and other control characters. */
    static void requireOneLine(String value) throws TemplateModelException {
        if (CONTROL.matcher(value).find()) {
            throw new TemplateModelException(
                    "the value '" + CONTROL.matcher(value).replaceAll("\ufffd")
                            + "' has a line break or another control character, which can't be written here");
        }
    }

    /** Refuses all but what means itself everywhere. */
    static String requireSafe(String value, String place) throws TemplateModelException {
        if (!everywhere(value)) {
            throw refusal(value, "can't be escaped " + place, "put it into a variable of its own first");
        }
        return value;
    }

    /** That {@code value} can't be written, with what to do. */
    static TemplateModelException refusal(String value, String why, String fix) {
        return new TemplateModelException("the value '" + value + "' " + why + "; " + fix);
    }
}
