package org.archirender.problem;

import java.util.function.UnaryOperator;

/** A text is not in its language at all, such as UTF-8, YAML or Jinja: what it means can't be told. */
public final class UnreadableException extends InputException {
    private static final long serialVersionUID = 1;

    private final transient Location at;
    private final String message;
    private final String doing;
    private final transient Location from;
    private final String fix;

    private UnreadableException(Location at, String message, String doing, Location from, String fix) {
        super(new Problem(at, message + context(at, doing, from), fix));
        this.at = at;
        this.message = message;
        this.doing = doing;
        this.from = from;
        this.fix = fix;
    }

    /** A text that stops making sense {@code at} a place. */
    public static UnreadableException at(Location at, String message, String fix) {
        return new UnreadableException(at, message, "", at, fix);
    }

    /**
     * The same, where something began earlier that isn't complete.
     *
     * @param doing what was being read, as in "while parsing a flow sequence"
     * @param from where that began
     */
    public static UnreadableException within(Location at, String message, String doing, Location from) {
        return new UnreadableException(at, message, doing, from, "");
    }

    @Override
    public UnreadableException moved(UnaryOperator<Location> move) {
        return new UnreadableException(move.apply(at), message, doing, move.apply(from), fix);
    }

    /** In brackets, with the line where it is another one. */
    private static String context(Location at, String doing, Location from) {
        String line = from.line() == at.line() || from.line() == 0 ? "" : " from line " + from.line();
        return doing.isEmpty() ? "" : " (" + doing + line + ")";
    }
}
