package org.archirender.problem;

/** A server was not asked, because it did not let us in when it was asked before. The first refusal is told as what it is. */
public final class NotTriedException extends RepositoryException {
    private static final long serialVersionUID = 1;

    private static final String FIX = "see to the token, then run the same command again: it goes on where it stopped";

    private final String server;

    /** @param server as in an address, {@code https://github.com} */
    public NotTriedException(String server) {
        super(server + ": not tried: it did not let us in", FIX, null);
        this.server = server;
    }

    /** Who did not let us in. */
    public String server() {
        return server;
    }

    /** What tells once of all that was not tried: {@code what} is as in "3 feedstocks". */
    public static RepositoryException of(String what) {
        return new RepositoryException("it did not let us in: " + what + " not tried", FIX, null);
    }
}
