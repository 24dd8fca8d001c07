package org.archirender.python.value;

/** Python's {@code None}. */
public enum PyNone implements PyValue {
    NONE;

    @Override
    public String typeName() {
        return "NoneType";
    }

    @Override
    public boolean truth() {
        return false;
    }

    @Override
    public String repr() {
        return "None";
    }
}
