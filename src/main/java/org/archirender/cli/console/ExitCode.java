package org.archirender.cli.console;

/** The exit codes; drift and a crash never share one. The greatest of a run's is the run's. */
public final class ExitCode {
    /** Done, or in sync. */
    public static final int DONE = 0;

    /** {@code --check} found drift, or something was written and {@code --exit-code} asked to say so. */
    public static final int DRIFT = 1;

    /** The user's input is wrong. */
    public static final int INPUT = 2;

    /** A repository, the network or the disk did not do its part. */
    static final int REPOSITORY = 3;

    /** A bug in archi-render. */
    static final int BUG = 70;

    private ExitCode() {}
}
