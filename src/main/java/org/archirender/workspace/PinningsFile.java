package org.archirender.workspace;

import java.nio.file.Path;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
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
        FileTree migrations = TreeReader.read(file.resolveSibling("migrations"), file.resolveSibling("."));
        String text = UserFile.text(file, name);
        if (text.lines().allMatch(PinningsFile::saysNothing)) {
            throw new InputException(
                    Location.of(name),
                    text.isBlank() ? "is empty: it pins nothing" : "has nothing but comments: it pins nothing",
                    "restore the conda_build_config.yaml that belongs here, or write {} to pin nothing");
        }
        return Pinnings.parse(text, name, migrations);
    }

    /** Whether a line of YAML is blank, a comment, or a mark of the document's start or end. */
    private static boolean saysNothing(String line) {
        String content = line.strip();
        return content.isEmpty() || content.startsWith("#") || content.equals("---") || content.equals("...");
    }
}
