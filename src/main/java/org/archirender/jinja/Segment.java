package org.archirender.jinja;

import java.util.List;
import org.archirender.python.syntax.Token;

/** A piece of a template. */
sealed interface Segment {
    /** Text that is printed as it is. */
    record Data(String text) implements Segment {}

    /** <code>{{ … }}</code>: words, the last of them the end. */
    record Variable(List<Token> tokens) implements Segment {}

    /** <code>{% … %}</code>: words, the last of them the end. */
    record Block(List<Token> tokens) implements Segment {}
}
