package org.archirender.publish.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/**
 * What a run that was killed left in a repository of the work folder, and a fetch that broke off. Whoever writes there
 * holds the workspace's lock, so what is found when a repository is opened belongs to nobody who is still at work.
 */
public final class Leftovers {
    /**
     * Stands in the repository during a fetch. git changes the list of commits that have no parents here before the
     * objects come, so that after half a fetch neither that list nor a tracking branch tells what is here.
     */
    private static final String FETCHING = "archi-render-fetching";

    private Leftovers() {}

    /** Removes from the repository at {@code directory} what would stop git, or only takes room. */
    public static void clear(Path directory) throws IOException {
        Path objects = directory.resolve(Constants.OBJECTS);
        Path packs = objects.resolve("pack");
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean loose = objects.equals(folder.getParent()) && !folder.equals(packs);
                return loose ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                // Objects are in folders: a file beside them is one that was being written.
                boolean unfinished = objects.equals(file.getParent()) || name.startsWith(".probe-");
                if (unfinished || name.endsWith(".lock") || (packs.equals(file.getParent()) && isWithoutIndex(file))) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** JGit takes a pack for fetched when the file is there, and reads it only when its index is there too. */
    private static boolean isWithoutIndex(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".pack") && Files.notExists(file.resolveSibling(name.replaceFirst("pack$", "idx")));
    }

    /** Has the next {@link #forgetBrokenFetch} forget what was fetched, unless {@link #fetched} is called before. */
    static void fetching(Repository repository) throws IOException {
        forgetBrokenFetch(repository);
        Files.createFile(mark(repository));
    }

    /** The fetch ended well. */
    static void fetched(Repository repository) throws IOException {
        Files.deleteIfExists(mark(repository));
    }

    /** After half a fetch, makes the repository ask for everything again. */
    public static void forgetBrokenFetch(Repository repository) throws IOException {
        if (Files.exists(mark(repository))) {
            forget(repository);
            fetched(repository);
        }
    }

    /** Makes the repository ask for everything again. */
    static void forget(Repository repository) throws IOException {
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES)) {
            RefUpdate update = repository.updateRef(ref.getName());
            update.setForceUpdate(true);
            RefUpdate.Result result = update.delete();
            if (result != RefUpdate.Result.FORCED) {
                throw new IOException(ref.getName() + " can't be removed: git says " + result);
            }
        }
        repository.getObjectDatabase().setShallowCommits(Set.of());
    }

    private static Path mark(Repository repository) {
        return repository.getDirectory().toPath().resolve(FETCHING);
    }
}
