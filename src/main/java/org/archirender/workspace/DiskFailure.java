package org.archirender.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.archirender.problem.RepositoryException;

/** A failure of the disk in words: what could not be done, why, and what helps. */
public final class DiskFailure {
    private DiskFailure() {}

    /** Of reading {@code path}, as messages name it: {@code can't read pinnings.yaml: permission denied (/w/pinnings.yaml)}. */
    static RepositoryException reading(String path, IOException cause) {
        return of("can't read " + path, cause, cause instanceof AccessDeniedException ? "make it readable" : "");
    }

    /**
     * Of what changes the disk.
     *
     * @param doing as in {@code can't write rendered/zlib-feedstock}
     */
    public static RepositoryException writing(String doing, IOException cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof AccessDeniedException || message.contains("Read-only")) {
            return of(doing, cause, "make the folder writable, or render with --check, which writes nothing");
        }
        return of(
                doing, cause, message.contains("No space left") ? "free some space; the old files are untouched" : "");
    }

    /** The path that the failure is about is said where neither {@code doing} nor the system does. */
    private static RepositoryException of(String doing, IOException cause, String fix) {
        String path = String.valueOf(cause.getMessage());
        String reason = reason(cause);
        boolean isSaid = doing.endsWith(" " + path) || !isOfPath(cause);
        return new RepositoryException(doing + ": " + reason + (isSaid ? "" : " (" + path + ")"), fix, cause);
    }

    private static boolean isOfPath(IOException cause) {
        return cause instanceof AccessDeniedException
                || cause instanceof NoSuchFileException
                || cause instanceof NotDirectoryException
                || cause instanceof FileAlreadyExistsException;
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (cause instanceof NotDirectoryException) {
            return "not a folder";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "on this disk, another file of the tree has the same name";
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
