package org.archirender.workspace;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.RepositoryException;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreeIntake;
import org.archirender.tree.TreePath;
import org.archirender.tree.TreeScope;

/**
 * Reads folders as trees. The files may be a stranger's: a symbolic link is followed to a file below the folder, or
 * refused, and {@link TreeIntake} bounds what there is. {@code .git} is never part of a tree.
 */
public final class TreeReader {
    private final Path root;
    private final TreeScope scope;
    private final TreeIntake intake;
    private final boolean follows;

    private TreeReader(Path root, TreeScope scope, TreeIntake intake, boolean follows) {
        this.root = root;
        this.scope = scope;
        this.intake = intake;
        this.follows = follows;
    }

    /**
     * All files below {@code folder}; an empty tree where there is no such folder.
     *
     * @param base problems name files relative to this folder
     * @throws InputException for what is no folder, links that lead out of it, impossible names, too many or too large
     *     files
     * @throws RepositoryException when the disk fails
     */
    public static FileTree read(Path folder, Path base) {
        return read(folder, base, TreeScope.ALL);
    }

    /** As {@link #read(Path, Path)}, of what {@code scope} holds; the rest is not looked at. */
    public static FileTree read(Path folder, Path base, TreeScope scope) {
        return read(folder, base, scope, true);
    }

    /**
     * As {@link #read(Path, Path, TreeScope)}, with every link refused: what becomes a branch would have a copy where git
     * has a link.
     */
    static FileTree readPlain(Path folder, Path base, TreeScope scope) {
        return read(folder, base, scope, false);
    }

    private static FileTree read(Path folder, Path base, TreeScope scope, boolean follows) {
        String place = relative(base, folder);
        // A folder that the user names may be a link; one inside of it may lead anywhere.
        LinkOption[] links = folder.equals(base) ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
        try {
            BasicFileAttributes attributes = Files.readAttributes(folder, BasicFileAttributes.class, links);
            if (!attributes.isDirectory()) {
                throw new InputException(
                        Location.of(place), "is " + UserFile.kind(attributes), "put a folder in its place");
            }
            TreeIntake intake = new TreeIntake(place);
            new TreeReader(folder, scope, intake, follows).folder(folder);
            return intake.tree();
        } catch (NoSuchFileException e) {
            return FileTree.empty();
        } catch (IOException e) {
            throw DiskFailure.reading(folder.toString(), e);
        }
    }

    private void folder(Path folder) throws IOException {
        List<Path> entries;
        try (Stream<Path> list = Files.list(folder)) {
            // One more than there may be is enough to tell that there are too many.
            entries = list.filter(path ->
                            !path.getFileName().toString().equals(".git") && scope.leadsThrough(relative(root, path)))
                    .limit(TreeIntake.ENTRIES + 1L)
                    .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        }
        for (Path entry : entries) {
            TreePath path = intake.enter(relative(root, entry)).orElse(null);
            if (path == null) {
                continue;
            }
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                folder(entry);
            } else if (scope.holds(path.value())) {
                entry(path, entry, attributes);
            }
        }
    }

    private void entry(TreePath path, Path entry, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink()) {
            link(path, entry);
        } else if (attributes.isRegularFile()) {
            file(path, entry, attributes.size());
        } else {
            problem(path, "is " + UserFile.kind(attributes), "remove it");
        }
    }

    private void link(TreePath path, Path link) throws IOException {
        Path target;
        try {
            target = link.toRealPath();
        } catch (FileSystemException e) {
            problem(path, "is a symbolic link to nothing", "remove it or add the file that it names");
            return;
        }
        BasicFileAttributes attributes = Files.readAttributes(target, BasicFileAttributes.class);
        if (!target.startsWith(root.toRealPath())) {
            problem(path, "is a symbolic link that leads out of the folder", "put a copy of the file in its place");
        } else if (attributes.isRegularFile() && !follows) {
            problem(path, "is a symbolic link", "put a copy of what it leads to in its place");
        } else if (attributes.isRegularFile()) {
            file(path, target, attributes.size());
        } else {
            problem(path, "is a symbolic link to " + UserFile.kind(attributes), "put a file or folder in its place");
        }
    }

    private void file(TreePath path, Path file, long size) throws IOException {
        if (!intake.fits(path, size)) {
            return;
        }
        byte[] bytes = UserFile.bytes(file);
        // More than the disk said: it is being written, or a system makes it up.
        if (bytes.length <= size || intake.fits(path, bytes.length)) {
            intake.add(path, TreeFile.of(bytes, executable(file)));
        }
    }

    private static boolean executable(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    }

    private void problem(TreePath path, String message, String fix) {
        intake.problem(path.value(), message, fix);
    }

    private static String relative(Path from, Path path) {
        return path.startsWith(from)
                ? from.relativize(path).toString().replace(from.getFileSystem().getSeparator(), "/")
                : path.toString();
    }
}
