package org.archirender.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.problem.RepositoryException;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * Reads folders as trees. The files may be a stranger's: a symbolic link is followed only to a file below the folder,
 * and number and size of files are bounded. {@code .git} is never part of a tree.
 */
public final class TreeReader {
    private static final long MAX_FILE_BYTES = 16L << 20;
    private static final long MAX_TREE_BYTES = 256L << 20;
    private static final int MAX_FILES = 20_000;

    private final Path root;
    private final Path base;
    private final Predicate<TreePath> wanted;
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<TreePath, TreeFile> files = new TreeMap<>();
    private long bytes;

    private TreeReader(Path root, Path base, Predicate<TreePath> wanted) {
        this.root = root;
        this.base = base;
        this.wanted = wanted;
    }

    /**
     * All files below {@code folder}; an empty tree where there is no such folder.
     *
     * @param base problems name files relative to this folder
     * @throws InputException for links that lead out of the folder, impossible names, too many or too large files
     * @throws RepositoryException when the disk fails
     */
    public static FileTree read(Path folder, Path base) {
        return read(folder, base, path -> true);
    }

    /** As {@link #read(Path, Path)}, of the paths that {@code wanted} accepts; others are not looked at. */
    public static FileTree read(Path folder, Path base, Predicate<TreePath> wanted) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return FileTree.empty();
        }
        TreeReader reader = new TreeReader(folder, base, wanted);
        try {
            reader.folder(folder);
        } catch (IOException e) {
            throw DiskFailure.reading(folder.toString(), e);
        }
        if (!reader.problems.isEmpty()) {
            throw new InputException(reader.problems);
        }
        return FileTree.of(reader.files);
    }

    private void folder(Path folder) throws IOException {
        List<Path> entries;
        try (Stream<Path> list = Files.list(folder)) {
            entries = list.sorted(
                            Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        }
        for (Path entry : entries) {
            if (entry.getFileName().toString().equals(".git")) {
                continue;
            }
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                folder(entry);
            } else {
                entry(entry, attributes);
            }
        }
    }

    private void entry(Path entry, BasicFileAttributes attributes) throws IOException {
        String relative = relative(root, entry);
        String wrong = TreePath.wrongWith(relative);
        if (!wrong.isEmpty()) {
            problem(entry, "the file's path " + wrong, "rename it");
            return;
        }
        TreePath path = TreePath.of(relative);
        if (!wanted.test(path)) {
            return;
        }
        if (attributes.isSymbolicLink()) {
            link(path, entry);
        } else if (attributes.isRegularFile()) {
            file(path, entry, attributes.size());
        } else {
            problem(entry, "is neither a file nor a folder", "remove it");
        }
    }

    private void link(TreePath path, Path link) throws IOException {
        Path target;
        try {
            target = link.toRealPath();
        } catch (NoSuchFileException e) {
            problem(link, "is a symbolic link to nothing", "remove it or add the file that it names");
            return;
        }
        if (!target.startsWith(root.toRealPath())) {
            problem(link, "is a symbolic link that leads out of the folder", "put a copy of the file in its place");
        } else if (!Files.isRegularFile(target)) {
            problem(link, "is a symbolic link to a folder", "put a copy of the folder in its place");
        } else {
            file(path, target, Files.size(target));
        }
    }

    private void file(TreePath path, Path file, long size) throws IOException {
        bytes += size;
        if (size > MAX_FILE_BYTES) {
            problem(file, "has " + size + " bytes; a feedstock's file may have " + MAX_FILE_BYTES, "remove it");
        } else if (bytes > MAX_TREE_BYTES || files.size() >= MAX_FILES) {
            throw new InputException(
                    Location.of(relative(base, root)),
                    "more than %d files or %d bytes".formatted(MAX_FILES, MAX_TREE_BYTES),
                    "is this the right folder?");
        } else {
            files.put(path, TreeFile.of(Files.readAllBytes(file), executable(file)));
        }
    }

    private static boolean executable(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    }

    private void problem(Path file, String message, String fix) {
        problems.add(new Problem(Location.of(relative(base, file)), message, fix));
    }

    private static String relative(Path from, Path path) {
        return path.startsWith(from)
                ? from.relativize(path).toString().replace(from.getFileSystem().getSeparator(), "/")
                : path.toString();
    }
}
