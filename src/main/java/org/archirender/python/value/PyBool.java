package org.archirender.python.value;

/** Python's {@code True} and {@code False}, which count as 1 and 0. */
public enum PyBool implements PyNumber {
    FALSE,
    TRUE;

    public static PyBool of(boolean value) {
        return value ? TRUE : FALSE;
    }

    @Override
    public double real() {
        return this == TRUE ? 1 : 0;
    }

    @Override
    public String typeName() {
        return "bool";
    }

    @Override
    public boolean truth() {
        return this == TRUE;
    }

    @Override
    public String repr() {
        return this == TRUE ? "True" : "False";
    }
}
