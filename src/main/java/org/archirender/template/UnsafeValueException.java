package org.archirender.template;

/** A value that can't be written where the template puts it without changing what the file says. */
final class UnsafeValueException extends Exception {
    private static final long serialVersionUID = 1;

    UnsafeValueException(String message) {
        super(message);
    }
}
