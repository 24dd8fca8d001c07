package org.archirender.python.syntax;

/** What a lexer has to know of where an expression stands. */
public enum Dialect {
    /** An expression by itself, as Python's {@code eval} takes it. */
    PYTHON,
    /** An expression inside a template's tag, which ends where brackets are balanced and the tag's end stands. */
    TEMPLATE
}
