package org.archirender.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.archirender.problem.RepositoryException;

/** What the disk said, in words for whom it concerns. */
final class DiskFailure {
    private DiskFailure() {}

    /** The failure of {@code doing}, as in "can't write rendered/zlib-feedstock". */
    static RepositoryException of(String doing, IOException cause) {
        return new RepositoryException(doing + ": " + reason(cause), fix(cause), cause);
    }

    /** The reason alone, without the path where the message names it already. */
    static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied (" + cause.getMessage() + ")";
        }
        if (cause instanceof NoSuchFileException) {
            return "no such file or folder (" + cause.getMessage() + ")";
        }
        if (cause instanceof NotDirectoryException) {
            return "not a folder (" + cause.getMessage() + ")";
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String fix(IOException cause) {
        String reason = reason(cause);
        if (reason.startsWith("permission denied") || reason.contains("Read-only")) {
            return "make the folder writable, or run with --check, which writes nothing";
        }
        return reason.contains("No space left") ? "free some space; what stood there before is still there" : "";
    }
}
