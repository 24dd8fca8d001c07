package org.archirender.selector;

import java.util.Optional;

/**
 * A comment with what conda-build takes for a line's selector: the last bracket in it behind which no parenthesis
 * follows ({@code select_lines}).
 *
 * @param expression between the brackets, trimmed
 * @param rest the comment without brackets and the white space before them; empty where only {@code #} is left
 */
public record SelectorComment(Optional<String> expression, String rest) {
    public static SelectorComment of(String comment) {
        int behind = comment.length();
        int lastParenthesis = Math.max(comment.lastIndexOf('('), comment.lastIndexOf(')'));
        while (behind > 0) {
            int open = comment.lastIndexOf('[', behind - 1);
            int close = open < 0 ? -1 : comment.indexOf(']', open);
            if (open < 0) {
                break;
            }
            boolean nested =
                    comment.substring(open + 1, Math.max(close, open + 1)).contains("[");
            if (close > open + 1 && close > lastParenthesis && !nested) {
                String rest = comment.substring(0, open).stripTrailing() + comment.substring(close + 1);
                String kept = rest.stripTrailing();
                return new SelectorComment(
                        Optional.of(comment.substring(open + 1, close).strip()), kept.equals("#") ? "" : kept);
            }
            behind = open;
        }
        return new SelectorComment(Optional.empty(), comment.stripTrailing());
    }
}
