package org.archirender.python.syntax;

import org.archirender.python.value.PyValue;

/**
 * A word of an expression.
 *
 * @param kind what it is
 * @param text the name or operator as written; what a literal was written as
 * @param value a literal's value, None for others
 * @param offset where it starts, in UTF-16 units of the source
 * @param end where it ends
 */
public record Token(Kind kind, String text, PyValue value, int offset, int end) {
    /** Kinds of words. */
    public enum Kind {
        NAME,
        NUMBER,
        STRING,
        OPERATOR,
        /** Where the expression ends: the end of the text or of a template's tag. */
        END
    }

    /** Whether this is the operator {@code symbol}. */
    public boolean isOperator(String symbol) {
        return kind == Kind.OPERATOR && text.equals(symbol);
    }

    /** Whether this is the name or keyword {@code name}. */
    public boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /** As in a message: {@code 'x'}, or "end". */
    public String described() {
        return kind == Kind.END ? "end" : "'" + text + "'";
    }
}
