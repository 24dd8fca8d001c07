package org.archirender.workspace;

import java.nio.file.Path;
import java.util.List;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;
import org.archirender.variant.Pinnings;

/** A conda_build_config.yaml with its migrations beside it. */
public final class PinningsFile {
    private PinningsFile() {}

    /**
     * The pinnings in {@code file}, with the migrations in {@code migrations/} beside it.
     *
     * @param name of the file in messages
     * @throws InputException where there is no such file, or nothing in it: everything would be built with conda-build's
     *     defaults, which nobody means who leaves a file empty
     */
    public static Pinnings read(Path file, String name) {
        FileTree migrations = migrations(file);
        String text = UserFile.text(file, name);
        if (text.lines().allMatch(PinningsFile::saysNothing)) {
            throw new InputException(
                    Location.of(name),
                    text.isBlank() ? "is empty: it pins nothing" : "has nothing but comments: it pins nothing",
                    "restore the conda_build_config.yaml that belongs here, or write {} to pin nothing");
        }
        return Pinnings.parse(text, name, migrations);
    }

    /**
     * Warnings about what {@code file} and the migrations beside it say in vain, or otherwise than it looks.
     *
     * @param name of the file in messages
     * @param target what is built for
     */
    public static List<Problem> traps(Path file, String name, Platform target) {
        return Pinnings.traps(UserFile.text(file, name), name, migrations(file), target);
    }

    /** Warnings about keys that a migration beside {@code file} sets and nothing there pins; see {@link #traps}. */
    static List<Problem> idleMigrations(Path file, String name, Platform target) {
        return Pinnings.idleMigrations(UserFile.text(file, name), name, migrations(file), target);
    }

    private static FileTree migrations(Path file) {
        return TreeReader.read(file.resolveSibling("migrations"), file.resolveSibling("."));
    }

    /** Whether a line of YAML is blank, a comment, or a mark of the document's start or end. */
    private static boolean saysNothing(String line) {
        String content = line.strip();
        return content.isEmpty() || content.startsWith("#") || content.equals("---") || content.equals("...");
    }
}
