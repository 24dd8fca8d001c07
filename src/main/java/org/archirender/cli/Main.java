package org.archirender.cli;

/** The entry point. */
public final class Main {
    private Main() {}

    /** Runs the command line {@code args}. */
    public static void main(String[] args) {}
}
