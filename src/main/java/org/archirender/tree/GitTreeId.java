package org.archirender.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** What git calls a tree that is in no repository. */
public final class GitTreeId {
    private GitTreeId() {}

    /** The 40 hex digits that {@code git write-tree} gives for {@code tree}, bytes as they are. */
    public static String of(FileTree tree) {
        try (Names names = new Names()) {
            DirCache index = DirCache.newInCore();
            DirCacheBuilder builder = index.builder();
            for (Map.Entry<TreePath, TreeFile> file : tree.files().entrySet()) {
                DirCacheEntry entry = new DirCacheEntry(file.getKey().value());
                entry.setFileMode(file.getValue().executable() ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE);
                entry.setObjectId(
                        names.idFor(Constants.OBJ_BLOB, file.getValue().bytes()));
                builder.add(entry);
            }
            builder.finish();
            return index.writeTree(names).name();
        } catch (IOException e) {
            throw new UncheckedIOException("memory is always writable", e);
        }
    }

    /** Names objects and keeps none. */
    private static final class Names extends ObjectInserter.Formatter {
        @Override
        public ObjectId insert(int type, long length, InputStream in) throws IOException {
            return idFor(type, length, in);
        }
    }
}
