package org.archirender.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.archirender.problem.RepositoryException;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * Writes trees, each whole or not at all: a new tree is written beside the old one and changes places with it. What a
 * killed run left beside is cleared away by the next one that writes the same folder, which first puts the old tree back
 * if it had been moved and the new one had not yet taken its place.
 *
 * <p>Runs that may write the same folders have to exclude each other, see {@link WorkspaceLock}.
 */
public final class TreeStore {
    private static final String NEW = ".archi-render-new";
    private static final String OLD = ".archi-render-old";

    private static final Pattern LEFTOVER = Pattern.compile("\\.(.+)\\.archi-render-(?:new|old)");

    private boolean closed;

    /**
     * Clears away what killed runs left in {@code parent}, beside whatever trees.
     *
     * @throws RepositoryException when the disk refuses
     */
    public void recover(Path parent) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> entries = Files.list(parent)) {
            for (Path entry : entries.toList()) {
                Matcher name = LEFTOVER.matcher(entry.getFileName().toString());
                if (name.matches()) {
                    Path folder = parent.resolve(name.group(1));
                    recover(folder, beside(folder, OLD), beside(folder, NEW));
                }
            }
        } catch (IOException e) {
            throw DiskFailure.writing("can't clear up in " + parent, e);
        }
    }

    /**
     * Makes {@code folder} hold {@code tree} and nothing else; an empty tree removes the folder.
     *
     * @throws RepositoryException when the disk refuses; the folder is then as it was
     */
    public void replace(Path folder, FileTree tree) {
        Path fresh = beside(folder, NEW);
        Path old = beside(folder, OLD);
        try {
            recover(folder, old, fresh);
            try {
                if (!tree.isEmpty()) {
                    write(fresh, tree);
                }
                swap(folder, old, fresh);
            } finally {
                delete(fresh);
            }
            delete(old);
        } catch (IOException e) {
            throw DiskFailure.writing("can't write " + folder, e);
        }
    }

    /** Lets a move that has begun end, and begins no other: for a program that is told to stop. */
    public synchronized void close() {
        closed = true;
    }

    private synchronized void swap(Path folder, Path old, Path fresh) throws IOException {
        if (closed) {
            throw new IOException("stopped");
        }
        boolean replaces = Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
        if (replaces) {
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        }
        if (Files.exists(fresh)) {
            try {
                Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                if (replaces) {
                    Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
                }
                throw e;
            }
        }
    }

    private static void recover(Path folder, Path old, Path fresh) throws IOException {
        if (Files.exists(old) && !Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        delete(old);
        delete(fresh);
    }

    private static Path beside(Path folder, String suffix) {
        return folder.resolveSibling("." + folder.getFileName() + suffix);
    }

    private static void write(Path folder, FileTree tree) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<TreePath, TreeFile> entry : tree.files().entrySet()) {
            Path file = folder.resolve(entry.getKey().value());
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            // On a disk to which two names are one, the second would take the first one's place.
            Files.write(file, entry.getValue().bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (view != null) {
                view.setPermissions(
                        PosixFilePermissions.fromString(entry.getValue().executable() ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path entry : entries.toList()) {
                    delete(entry);
                }
            }
        }
        Files.delete(folder);
    }
}
