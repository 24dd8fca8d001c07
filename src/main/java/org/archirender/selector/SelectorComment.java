package org.archirender.selector;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.python.value.PyStr;
import org.archirender.text.Span;

/**
 * A comment with what conda-build takes for a line's selector: the last bracket in it behind which no parenthesis
 * follows, as one does in a markdown link ({@code select_lines}).
 *
 * @param expression between the brackets, trimmed
 * @param rest the comment without brackets and the white space before them; empty where only {@code #} is left
 */
public record SelectorComment(Optional<String> expression, String rest) {
    private static final Pattern ALONE = Pattern.compile("(?:^|\\s)#\\s*\\[([^\\[\\]]+)]\\s*$");

    public static SelectorComment of(String comment) {
        Optional<Span> bracket = lastBracket(comment);
        if (bracket.isEmpty()) {
            return new SelectorComment(Optional.empty(), comment.stripTrailing());
        }
        int open = bracket.get().start();
        int end = bracket.get().end();
        String rest = (comment.substring(0, open).stripTrailing() + comment.substring(end)).stripTrailing();
        return new SelectorComment(
                Optional.of(comment.substring(open + 1, end - 1).strip()), rest.equals("#") ? "" : rest);
    }

    /**
     * What a comment at the end of a line of a recipe.yaml, where it means nothing, most likely was meant for: one that has a
     * bracket and nothing else.
     */
    public static Optional<String> alone(String line) {
        Matcher comment = ALONE.matcher(line);
        return comment.find() ? Optional.of(comment.group(1).strip()) : Optional.empty();
    }

    /** Whether nothing else is in the comment. */
    public boolean isAlone() {
        return expression.isPresent() && rest.isEmpty();
    }

    /** The expressions of all comments in {@code text}, at most one a line. */
    public static List<String> expressions(String text) {
        return text.lines()
                .filter(line -> line.indexOf('#') >= 0)
                .flatMap(line -> of(line.substring(line.indexOf('#'))).expression().stream())
                .toList();
    }

    /** The bracket that would be a line's selector if it stood in a comment. */
    static Optional<Span> lastBracket(String line) {
        int earliest = Math.max(line.lastIndexOf('('), line.lastIndexOf(')'));
        for (int open = line.lastIndexOf('['); open >= 0; open = line.lastIndexOf('[', open - 1)) {
            int close = closing(line, open);
            if (close > earliest) {
                return Optional.of(new Span(open, close + 1));
            }
        }
        return Optional.empty();
    }

    /** The bracket that closes the one at {@code open}; -1 when another opens first or nothing is between them. */
    static int closing(String line, int open) {
        // No farther than to the next bracket of either kind: a line may have many that nobody closes.
        for (int i = open + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '[' || c == ']') {
                return c == ']' && i > open + 1 ? i : -1;
            }
        }
        return -1;
    }

    /**
     * What counts for a line's selector where conda-build looks for the keys in it ({@code find_used_variables_in_text}),
     * which is another rule: the first bracket, in a comment only where it opens with one, up to and with the closing
     * bracket, or to the line's end where there is none.
     */
    public static Optional<String> firstBracket(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) != '#' && line.charAt(at) != '[') {
            at++;
        }
        int open = at < line.length() && line.charAt(at) == '#' ? at + 2 : at;
        if (open >= line.length() || line.charAt(open) != '[' || open == 0 || !PyStr.isSpace(line.charAt(open - 1))) {
            return Optional.empty();
        }
        int close = line.indexOf(']', open);
        return Optional.of(line.substring(open + 1, close < 0 ? line.length() : close + 1));
    }
}
