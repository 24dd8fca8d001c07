package org.archirender.cli.console;

/** A number with its noun. */
public final class Plural {
    private Plural() {}

    /** {@code 1 file}, {@code 2 files}. */
    public static String of(int many, String noun) {
        return many + " " + noun + (many == 1 ? "" : "s");
    }
}
