package org.archirender.overlay.lint;

import org.archirender.problem.Location;
import org.archirender.problem.Problem;

/**
 * Something in an overlay that is valid and still not right, or likely not.
 *
 * @param severity ERROR where it can't be meant so
 */
public record LintFinding(Severity severity, Problem problem) {
    /** How sure it is that something has to be done. */
    public enum Severity {
        ERROR,
        WARNING
    }

    static LintFinding error(Location at, String message, String fix) {
        return new LintFinding(Severity.ERROR, new Problem(at, message, fix));
    }

    static LintFinding warning(Location at, String message, String fix) {
        return new LintFinding(Severity.WARNING, new Problem(at, message, fix));
    }
}
