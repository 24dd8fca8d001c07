package org.archirender.jinja;

import java.util.List;
import org.archirender.python.syntax.Token;

/**
 * A piece of a template.
 *
 * @param text what a TEXT prints; empty for tags
 * @param tokens a tag's words, the last of them the end; empty for texts
 */
record Segment(Kind kind, String text, List<Token> tokens) {
    /** Kinds of pieces. */
    enum Kind {
        /** Text that is printed as it is. */
        TEXT,
        /** <code>{{ … }}</code>. */
        VARIABLE,
        /** <code>{% … %}</code>. */
        BLOCK
    }

    static Segment ofText(String text) {
        return new Segment(Kind.TEXT, text, List.of());
    }

    static Segment ofTag(Kind kind, List<Token> tokens) {
        return new Segment(kind, "", tokens);
    }

    /** Whether this is a tag whose first word is one of {@code words}. */
    boolean opensWith(List<String> words) {
        return kind == Kind.BLOCK
                && tokens.get(0).kind() == Token.Kind.NAME
                && words.contains(tokens.get(0).text());
    }
}
