package org.archirender.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.archirender.problem.RepositoryException;

/** What the disk said, in words for whom it concerns. */
public final class DiskFailure {
    private DiskFailure() {}

    /** The failure of {@code doing}, as in "can't write rendered/zlib-feedstock". */
    public static RepositoryException of(String doing, IOException cause) {
        String place = " (" + cause.getMessage() + ")";
        boolean named = cause.getMessage() != null && doing.endsWith(" " + cause.getMessage());
        String reason = reason(cause);
        return new RepositoryException(doing + ": " + (named ? reason.replace(place, "") : reason), fix(reason), cause);
    }

    /** The reason alone, with the path that it is about where the system says no more. */
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

    private static String fix(String reason) {
        if (reason.startsWith("permission denied") || reason.contains("Read-only")) {
            return "make the folder writable, or render with --check, which writes nothing";
        }
        return reason.contains("No space left") ? "free some space; the old files are untouched" : "";
    }
}
