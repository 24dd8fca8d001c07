package org.archirender.workspace;

import java.nio.file.Path;
import org.archirender.tree.FileTree;
import org.archirender.variant.Pinnings;

/** A conda_build_config.yaml with its migrations beside it. */
public final class PinningsFile {
    private PinningsFile() {}

    /**
     * The pinnings in {@code file}, with the migrations in {@code migrations/} beside it.
     *
     * @param name of the file in messages
     * @throws org.archirender.problem.InputException where there is no such file
     */
    public static Pinnings read(Path file, String name) {
        FileTree migrations = TreeReader.read(file.resolveSibling("migrations"), file.resolveSibling("."));
        return Pinnings.parse(TextFile.read(file, name), name, migrations);
    }
}
