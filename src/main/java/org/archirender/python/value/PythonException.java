package org.archirender.python.value;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An expression that can't be parsed or evaluated. The one exception that this room throws on any text; a caller turns
 * it into a problem with a place in a file. Carries no stack trace: unknown names in selectors are an ordinary case.
 */
public final class PythonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The offset of an error that has no place yet. */
    public static final int NOWHERE = -1;

    private final PythonError error;
    private final String detail;
    private final int offset;
    private final @Nullable String name;

    private PythonException(PythonError error, String detail, int offset, @Nullable String name) {
        super(error.label() + ": " + detail, null, false, false);
        this.error = error;
        this.detail = detail;
        this.offset = offset;
        this.name = name;
    }

    /** An error of a value, whose place the evaluator adds. */
    public PythonException(PythonError error, String detail) {
        this(error, requireNonNull(detail, "detail is null"), NOWHERE, null);
    }

    /**
     * An error at a place.
     *
     * @param offset in UTF-16 units from the start of the source
     */
    public PythonException(PythonError error, String detail, int offset) {
        this(error, requireNonNull(detail, "detail is null"), offset, null);
    }

    /** Python's NameError for {@code name}. */
    public static PythonException unknownName(String name, int offset) {
        return new PythonException(PythonError.NAME, "name '" + name + "' is not defined", offset, name);
    }

    public static PythonException type(String detail) {
        return new PythonException(PythonError.TYPE, detail);
    }

    public static PythonException value(String detail) {
        return new PythonException(PythonError.VALUE, detail);
    }

    public static PythonException unsupported(String detail) {
        return new PythonException(PythonError.UNSUPPORTED, detail);
    }

    public static PythonException limit(String detail) {
        return new PythonException(PythonError.LIMIT, detail);
    }

    /** This error at {@code place}, unless it already has a place. */
    public PythonException at(int place) {
        return offset == NOWHERE ? new PythonException(error, detail, place, name) : this;
    }

    public PythonError error() {
        return error;
    }

    /** The message without the error's family. */
    public String detail() {
        return detail;
    }

    /** UTF-16 units from the start of the source; {@link #NOWHERE} when not known. */
    public int offset() {
        return offset;
    }

    /** The name that is not defined, for {@link PythonError#NAME}. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }
}
