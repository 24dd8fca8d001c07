package org.archirender.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.RepositoryException;
import org.archirender.tree.TreeFile;

/** Reads a text file of the user's. */
final class TextFile {
    private TextFile() {}

    /**
     * The text of {@code path}, which is UTF-8.
     *
     * @param name of the file in messages
     * @throws InputException where there is none, or other bytes
     * @throws RepositoryException where the disk fails
     */
    static String read(Path path, String name) {
        try {
            return TreeFile.of(Files.readAllBytes(path), false).text(name);
        } catch (NoSuchFileException e) {
            throw new InputException(Location.of(name), "there is no such file", "");
        } catch (IOException e) {
            throw DiskFailure.reading(name, e);
        }
    }
}
