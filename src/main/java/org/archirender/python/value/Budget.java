package org.archirender.python.value;

/** Bounds a walk through values that hold each other: how deep, and how many in all. */
final class Budget {
    private int depth;
    private int visited;

    void enter() {
        if (++depth > Limits.NESTING) {
            throw PythonException.limit("values nested more than " + Limits.NESTING + " deep");
        }
        if (++visited > Limits.ITEMS) {
            throw PythonException.limit("more than " + Limits.ITEMS + " values in one value");
        }
    }

    void leave() {
        depth--;
    }
}
