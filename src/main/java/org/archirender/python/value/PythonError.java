package org.archirender.python.value;

/** The families of errors that an expression can end in, named after what Python raises. */
public enum PythonError {
    SYNTAX("SyntaxError"),
    NAME("NameError"),
    TYPE("TypeError"),
    VALUE("ValueError"),
    ATTRIBUTE("AttributeError"),
    LOOKUP("LookupError"),
    ZERO_DIVISION("ZeroDivisionError"),
    OVERFLOW("OverflowError"),
    /** A use of an undefined template value that even a lenient template refuses. */
    UNDEFINED("UndefinedError"),
    /** The expression asks for more steps, depth or memory than is allowed. */
    LIMIT("limit"),
    /** Python can do this and archi-render can't, or won't because the result would not be the same everywhere. */
    UNSUPPORTED("not supported");

    private final String label;

    PythonError(String label) {
        this.label = label;
    }

    /** The name of Python's exception, or a few words where Python has none. */
    public String label() {
        return label;
    }
}
