package org.archirender.text;

/** A regular expression of the user's took too many steps; whoever knows where it stands turns this into a problem. */
public final class RegexLimitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param pattern the expression */
    public RegexLimitException(String pattern) {
        super("the regular expression '" + pattern + "' takes too many steps");
    }
}
