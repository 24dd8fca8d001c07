package org.archirender.publish.git;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** File trees as git trees, bytes as they are: no filter, no line end conversion, mode 644 or 755. */
public final class GitTrees {
    private final Repository repository;
    private final ObjectInserter inserter;

    public GitTrees(Repository repository, ObjectInserter inserter) {
        this.repository = repository;
        this.inserter = inserter;
    }

    /** Every file of the git tree {@code tree}, by path. */
    public SortedMap<String, DirCacheEntry> entries(AnyObjectId tree) throws IOException {
        SortedMap<String, DirCacheEntry> entries = new TreeMap<>();
        try (ObjectReader reader = repository.newObjectReader()) {
            for (DirCacheEntry entry : DirCache.read(reader, tree).getEntriesWithin("")) {
                entries.put(entry.getPathString(), entry);
            }
        }
        return entries;
    }

    /** The files of the git tree {@code tree}; links and submodules are left out. */
    public FileTree read(AnyObjectId tree) throws IOException {
        SortedMap<TreePath, TreeFile> files = new TreeMap<>();
        for (var entry : entries(tree).entrySet()) {
            FileMode mode = entry.getValue().getFileMode();
            if (mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE) {
                byte[] bytes = repository
                        .open(entry.getValue().getObjectId(), Constants.OBJ_BLOB)
                        .getCachedBytes();
                files.put(TreePath.of(entry.getKey()), TreeFile.of(bytes, mode == FileMode.EXECUTABLE_FILE));
            }
        }
        return FileTree.of(files);
    }

    /** Writes {@code files} on top of those entries of {@code under} whose path {@code kept} holds for. */
    public ObjectId write(SortedMap<String, DirCacheEntry> under, Predicate<String> kept, FileTree files)
            throws IOException {
        SortedMap<String, DirCacheEntry> entries = new TreeMap<>();
        under.forEach((path, entry) -> {
            if (kept.test(path)) {
                entries.put(path, entry);
            }
        });
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
