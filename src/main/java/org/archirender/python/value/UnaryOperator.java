package org.archirender.python.value;

/** Operators on one value, but for {@code not}. */
public enum UnaryOperator {
    MINUS("-"),
    PLUS("+"),
    INVERT("~");

    private final String symbol;

    UnaryOperator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
