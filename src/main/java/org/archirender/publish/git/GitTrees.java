package org.archirender.publish.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeDiff;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreeIntake;
import org.archirender.tree.TreePath;
import org.archirender.tree.TreeScope;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectChecker.ErrorType;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * File trees as git trees, bytes as they are: no filter, no line end conversion, mode 644 or 755. What git holds may be
 * a stranger's: {@link TreeIntake} bounds it, and no content is read that nobody asks for.
 */
public final class GitTrees {
    private final Repository repository;
    private final ObjectInserter inserter;
    private final String place;

    /** @param place what a message names before the path of a file in a tree: the repository's address */
    public GitTrees(Repository repository, ObjectInserter inserter, String place) {
        this.repository = repository;
        this.inserter = inserter;
        this.place = place;
    }

    /** Every file, link and submodule of the git tree {@code tree}, by path. */
    public SortedMap<String, DirCacheEntry> entries(AnyObjectId tree) throws IOException {
        TreeIntake intake = new TreeIntake(place);
        SortedMap<String, DirCacheEntry> entries = entries(tree, TreeScope.ALL, intake);
        intake.tree();
        return entries;
    }

    private SortedMap<String, DirCacheEntry> entries(AnyObjectId tree, TreeScope scope, TreeIntake intake)
            throws IOException {
        SortedMap<String, DirCacheEntry> entries = new TreeMap<>();
        try (ObjectReader reader = repository.newObjectReader();
                TreeWalk walk = new TreeWalk(repository, reader)) {
            check(reader, tree, "", intake);
            walk.addTree(tree);
            while (walk.next()) {
                // JGit would read what is no UTF-8 as something else; here it stays visible.
                String path = new String(walk.getRawPath(), StandardCharsets.UTF_8);
                if (!scope.leadsThrough(path) || intake.enter(path).isEmpty()) {
                    continue;
                }
                if (walk.isSubtree()) {
                    check(reader, walk.getObjectId(0), path, intake);
                    walk.enterSubtree();
                } else if (scope.holds(path)) {
                    DirCacheEntry entry = new DirCacheEntry(path);
                    entry.setFileMode(walk.getFileMode());
                    entry.setObjectId(walk.getObjectId(0));
                    entries.put(path, entry);
                }
            }
        }
        return entries;
    }

    /** JGit takes a tree for a right one: what is none ends in any exception there is. Names are looked at one by one. */
    private static void check(ObjectReader reader, AnyObjectId tree, String path, TreeIntake intake)
            throws IOException {
        if (reader.getObjectSize(tree, Constants.OBJ_TREE) > TreeIntake.FILE_BYTES) {
            throw intake.tooMany();
        }
        ObjectChecker checker = new ObjectChecker().setAllowLeadingZeroFileMode(true);
        for (ErrorType name : Set.of(
                ErrorType.EMPTY_NAME,
                ErrorType.FULL_PATHNAME,
                ErrorType.HAS_DOT,
                ErrorType.HAS_DOTDOT,
                ErrorType.HAS_DOTGIT)) {
            checker.setIgnore(name, true);
        }
        try {
            checker.checkTree(reader.open(tree, Constants.OBJ_TREE).getCachedBytes());
        } catch (CorruptObjectException | IndexOutOfBoundsException e) { // the latter where a mode is none
            throw new IOException("the tree of '" + path + "', " + tree.name() + ", is broken: " + e.getMessage(), e);
        }
    }

    /**
     * The files of the git tree {@code tree} that {@code scope} holds.
     *
     * @throws InputException with every link and submodule there: who leaves them out has another tree
     */
    public FileTree read(AnyObjectId tree, TreeScope scope) throws IOException {
        TreeIntake intake = new TreeIntake(place);
        SortedMap<String, DirCacheEntry> entries = entries(tree, scope, intake);
        entries.forEach((path, entry) -> {
            if (!isFile(entry)) {
                String kind = entry.getFileMode() == FileMode.SYMLINK ? "a symbolic link" : "a submodule";
                intake.problem(
                        path, "is " + kind, "put a copy of what it leads to in its place, in a folder of your own");
            }
        });
        return read(entries, intake);
    }

    /** Whether it is a plain file, and no link or submodule. */
    public static boolean isFile(DirCacheEntry entry) {
        return entry.getFileMode() == FileMode.REGULAR_FILE || entry.getFileMode() == FileMode.EXECUTABLE_FILE;
    }

    private FileTree read(SortedMap<String, DirCacheEntry> entries, TreeIntake intake) throws IOException {
        Map<ObjectId, TreeFile> blobs = new HashMap<>();
        try (ObjectReader reader = repository.newObjectReader()) {
            for (var entry : entries.entrySet()) {
                TreePath path = TreePath.of(entry.getKey());
                FileMode mode = entry.getValue().getFileMode();
                ObjectId id = entry.getValue().getObjectId();
                if (isFile(entry.getValue()) && intake.fits(path, reader.getObjectSize(id, Constants.OBJ_BLOB))) {
                    TreeFile file = blobs.get(id);
                    if (file == null) {
                        file = TreeFile.of(reader.open(id, Constants.OBJ_BLOB).getCachedBytes(), false);
                        blobs.put(id, file);
                    }
                    intake.add(path, file.withExecutable(mode == FileMode.EXECUTABLE_FILE));
                }
            }
        }
        return intake.tree();
    }

    /** What turns the git tree {@code before}, or none, into {@code after}: nothing else of them is read. */
    public TreeDiff diff(Optional<? extends AnyObjectId> before, AnyObjectId after) throws IOException {
        SortedMap<String, DirCacheEntry> old = before.isPresent() ? entries(before.get()) : new TreeMap<>();
        SortedMap<String, DirCacheEntry> now = entries(after);
        Set<String> same = new HashSet<>();
        old.forEach((path, entry) -> {
            DirCacheEntry there = now.get(path);
            if (there != null
                    && there.getRawMode() == entry.getRawMode()
                    && there.getObjectId().equals(entry.getObjectId())) {
                same.add(path);
            }
        });
        old.keySet().removeAll(same);
        now.keySet().removeAll(same);
        return TreeDiff.between(read(old, new TreeIntake(place)), read(now, new TreeIntake(place)));
    }

    /**
     * Writes {@code files} on top of those entries of {@code under} whose path {@code kept} holds for. Where one is a
     * folder and the other is not, there is what {@code files} says.
     */
    public ObjectId write(SortedMap<String, DirCacheEntry> under, Predicate<String> kept, FileTree files)
            throws IOException {
        SortedMap<String, DirCacheEntry> entries = new TreeMap<>();
        under.forEach((path, entry) -> {
            if (kept.test(path)) {
                entries.put(path, entry);
            }
        });
        for (TreePath path : files.files().keySet()) {
            String name = path.value();
            entries.subMap(name + "/", name + "0").clear(); // '0' comes next after '/'
            for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
                entries.remove(name.substring(0, end));
            }
        }
        for (var file : files.files().entrySet()) {
            entries.put(file.getKey().value(), entry(file.getKey().value(), file.getValue()));
        }
        DirCache cache = DirCache.newInCore();
        DirCacheBuilder builder = cache.builder();
        entries.values().forEach(builder::add);
        builder.finish();
        return cache.writeTree(inserter);
    }

    private DirCacheEntry entry(String path, TreeFile file) throws IOException {
        DirCacheEntry entry = new DirCacheEntry(path);
        entry.setFileMode(file.executable() ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE);
        entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.bytes()));
        return entry;
    }
}
