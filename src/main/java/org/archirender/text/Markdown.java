package org.archirender.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Any text as GitHub's Markdown shows it and does nothing else with it: no markup, no HTML, no link, no cell of its own, and
 * nobody is called or no issue closed by it.
 */
public final class Markdown {
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    /** What has a meaning anywhere; an underscore between letters has none. */
    private static final Pattern MARKUP = Pattern.compile(
            "[\\\\`*\\[\\]|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|!$|^[-+=#]|(?<=^\\d{1,9})[.)](?=\\s|$)");

    /** Where GitHub sees a person, a team or an issue. */
    private static final Pattern CALL = Pattern.compile(
            "(?<![A-Za-z0-9])@(?=[A-Za-z0-9])|#(?=\\d)|\\bGH-(?=\\d)|\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?(?=\\s+https?:)",
            Pattern.CASE_INSENSITIVE);

    /** A character without width, behind which GitHub sees none. */
    private static final String APART = "&#8203;";

    private static final Pattern TICKS = Pattern.compile("`+");

    private Markdown() {}

    /** On one line: {@code a*b}, {@code <i>} and {@code @c} are those characters. */
    public static String text(String text) {
        String line = BLANK.matcher(text).replaceAll(" ").strip();
        String entities = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String marked = MARKUP.matcher(entities).replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
        return CALL.matcher(marked).replaceAll(found -> Matcher.quoteReplacement(found.group() + APART));
    }

    /** On one line, as code: {@code a`b} → {@code ``a`b``}. */
    public static String code(String text) {
        String line = BLANK.matcher(text).replaceAll(" ");
        int most = TICKS.matcher(line)
                .results()
                .map(MatchResult::group)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        String ticks = "`".repeat(most + 1);
        String pad = most > 0 ? " " : "";
        return ticks + pad + line + pad + ticks;
    }
}
