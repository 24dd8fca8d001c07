package org.archirender.python.value;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An expression that can't be parsed or evaluated. The one exception that this room throws on any text; a caller turns
 * it into a problem with a place in a file. Carries no stack trace: unknown names in selectors are an ordinary case.
 */
public final class PythonException extends RuntimeException {
    /** The families of errors that an expression can end in, named after what Python raises. */
    public enum Family {
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

        Family(String label) {
            this.label = label;
        }

        /** The name of Python's exception, or a few words where Python has none. */
        public String label() {
            return label;
        }
    }

    private static final long serialVersionUID = 1;

    /** The offset of an error that has no place yet. */
    public static final int NOWHERE = -1;

    private final Family family;
    private final String detail;
    private final int offset;
    private final @Nullable String name;

    private PythonException(Family family, String detail, int offset, @Nullable String name) {
        super(family.label() + ": " + detail, null, false, false);
        this.family = family;
        this.detail = detail;
        this.offset = offset;
        this.name = name;
    }

    /** An error without a place, which {@link #at} or the evaluator adds. */
    public static PythonException of(Family family, String detail) {
        return new PythonException(family, requireNonNull(detail, "detail is null"), NOWHERE, null);
    }

    /** Python's NameError for {@code name}. */
    public static PythonException unknownName(String name, int offset) {
        return new PythonException(Family.NAME, "name '" + name + "' is not defined", offset, name);
    }

    public static PythonException syntax(String detail) {
        return of(Family.SYNTAX, detail);
    }

    public static PythonException type(String detail) {
        return of(Family.TYPE, detail);
    }

    public static PythonException value(String detail) {
        return of(Family.VALUE, detail);
    }

    public static PythonException lookup(String detail) {
        return of(Family.LOOKUP, detail);
    }

    /**
     * Something that Python or Jinja can do and archi-render can't.
     *
     * @param feature what is not supported, named so that its user finds it, as in {@code the filter 'batch'}
     */
    public static PythonException unsupported(String feature) {
        return of(Family.UNSUPPORTED, feature);
    }

    public static PythonException limit(String detail) {
        return of(Family.LIMIT, detail);
    }

    /**
     * This error at {@code place}, unless it already has a place.
     *
     * @param place in UTF-16 units from the start of the source
     */
    public PythonException at(int place) {
        return offset == NOWHERE ? new PythonException(family, detail, place, name) : this;
    }

    public Family family() {
        return family;
    }

    /** UTF-16 units from the start of the source; {@link #NOWHERE} when not known. */
    public int offset() {
        return offset;
    }

    /** The name that is not defined, for {@link Family#NAME}. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }
}
