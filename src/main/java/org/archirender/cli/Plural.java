package org.archirender.cli;

/** A number with its noun. */
final class Plural {
    private Plural() {}

    /** {@code 1 file}, {@code 2 files}. */
    static String of(int many, String noun) {
        return many + " " + noun + (many == 1 ? "" : "s");
    }
}
