package org.archirender.python.value;

import static java.util.Objects.requireNonNull;

/** A Python string. */
public record PyStr(String value) implements PyValue {
    /** The empty string. */
    public static final PyStr EMPTY = new PyStr("");

    public PyStr {
        requireNonNull(value, "value is null");
        Limits.checkText(value.length());
    }

    /** Python's length, in code points. */
    public int length() {
        return value.codePointCount(0, value.length());
    }

    @Override
    public String typeName() {
        return "str";
    }

    @Override
    public boolean truth() {
        return !value.isEmpty();
    }

    @Override
    public String str() {
        return value;
    }

    @Override
    public String toString() {
        return repr();
    }
}
