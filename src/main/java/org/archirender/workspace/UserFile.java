package org.archirender.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.RepositoryException;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreeIntake;

/** A file of the user's, of which nothing is known before it is looked at: the one way in which they are read. */
public final class UserFile {
    private UserFile() {}

    /**
     * The text of {@code path}, which is UTF-8.
     *
     * @param name of the file in messages
     * @throws InputException where there is none, it is no plain file, too large, or has other bytes
     * @throws RepositoryException where the disk fails
     */
    public static String text(Path path, String name) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new InputException(Location.of(name), "is " + kind(attributes), "put a file in its place");
            }
            byte[] bytes = bytes(path);
            if (bytes.length > TreeIntake.FILE_BYTES) {
                throw new InputException(
                        Location.of(name),
                        "has more than the %d bytes that a file may have".formatted(TreeIntake.FILE_BYTES),
                        "is this the right file?");
            }
            return TreeFile.of(bytes, false).text(name);
        } catch (NoSuchFileException e) {
            throw new InputException(Location.of(name), "there is no such file", "");
        } catch (IOException e) {
            throw DiskFailure.reading(name, e);
        }
    }

    /** All bytes, or one more than a file may have: its size says nothing while it grows, or where a system makes it up. */
    static byte[] bytes(Path plain) throws IOException {
        try (InputStream bytes = Files.newInputStream(plain)) {
            return bytes.readNBytes(TreeIntake.FILE_BYTES + 1);
        }
    }

    /** Whether something other than a plain file, or a link to one, is at {@code path}: opening it may never return. */
    static boolean isOccupied(Path path) throws IOException {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path);
    }

    /** What there is instead of what is expected. */
    static String kind(BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            return "a folder";
        }
        if (attributes.isRegularFile()) {
            return "a plain file";
        }
        return attributes.isSymbolicLink() ? "a symbolic link" : "a named pipe, a socket or a device";
    }
}
