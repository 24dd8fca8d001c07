package org.archirender.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.PublishOutcome.Foreign;
import org.archirender.publish.PublishOutcome.InSync;
import org.archirender.publish.PublishOutcome.Moved;
import org.archirender.publish.git.GitFailure;
import org.archirender.publish.git.HermeticGit;
import org.archirender.publish.git.Leftovers;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.util.FileUtils;

/**
 * One feedstock's bare git repository on this machine, and the port's branch in it. A branch moves only by
 * compare-and-set on the tip that was read, after everything that it needs has been written.
 */
public final class FeedstockRepository implements AutoCloseable {
    private final Repository repository;

    private FeedstockRepository(Repository repository) {
        this.repository = repository;
    }

    /**
     * The bare repository at {@code directory}, made where there is none. Clears away what a killed run left in it:
     * whoever opens one in the work folder holds the workspace's lock.
     *
     * @throws RepositoryException where it can't be opened or made
     */
    public static FeedstockRepository open(Path directory) {
        HermeticGit.install();
        try {
            if (Files.notExists(directory.resolve(Constants.OBJECTS))) {
                make(directory);
            }
            Leftovers.clear(directory);
            FeedstockRepository opened = new FeedstockRepository(at(directory));
            try {
                Leftovers.forgetBrokenFetch(opened.repository);
            } catch (IOException e) {
                opened.close();
                throw e;
            }
            // Collecting garbage in the background would outlive the repository's use, and the process's end.
            opened.repository.getConfig().setBoolean("gc", null, "autoDetach", false);
            // A repository that moved is reported, not followed: the port's address of it is wrong.
            opened.repository.getConfig().setString("http", null, "followRedirects", "false");
            return opened;
        } catch (IOException e) {
            throw GitFailure.local("no git repository can be opened or made at " + directory, e);
        }
    }

    /** Made beside and moved into place, so that there is never half a repository. */
    private static void make(Path directory) throws IOException {
        Path fresh = directory.resolveSibling("." + directory.getFileName() + ".new");
        FileUtils.delete(fresh.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
        try (Repository repository = at(fresh)) {
            repository.create(true);
        }
        Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Repository at(Path directory) throws IOException {
        return new RepositoryBuilder().setGitDir(directory.toFile()).setBare().build();
    }

    /**
     * Brings the branch to hold the rendering: a commit with upstream's files where they are new, then one with the
     * rendering. Upstream's own CI goes; its other files stay as they are.
     *
     * @throws RepositoryException where the repository can't be read or written, or somebody else moved the branch
     */
    public PublishOutcome commit(BranchContent content) {
        String branch = content.branch();
        String ref = Constants.R_HEADS + branch;
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            // By no other means: git would take "port-g0123456" for the commit 0123456.
            Optional<ObjectId> tip =
                    Optional.ofNullable(repository.exactRef(ref)).map(Ref::getObjectId);
            BranchHistory history =
                    BranchHistory.read(repository, tip, content.upstream().commit(), List.of());
            if (!history.foreign().isEmpty()) {
                String name = name();
                return new Foreign(
                        name,
                        branch,
                        history.foreign(),
                        "git -C %s branch -m %s %s-by-hand".formatted(name, branch, branch));
            }
            RenderingCommits commits = RenderingCommits.write(content, history, repository, inserter);
            if (commits.count() == 0) {
                return new InSync(branch, commits.tip().name());
            }
            inserter.flush();
            pointHeadTo(ref);
            move(ref, tip, commits.tip(), content);
            return new Moved("committed", branch, commits.tip().name(), commits.count());
        } catch (IOException e) {
            throw GitFailure.local("git repository " + repository.getDirectory(), e);
        }
    }

    /** As the user sees it from the workspace, {@code work/zlib-feedstock.git}. */
    private String name() {
        Path directory = repository.getDirectory().toPath();
        return directory
                .subpath(directory.getNameCount() - 2, directory.getNameCount())
                .toString();
    }

    private void move(String ref, Optional<ObjectId> from, ObjectId to, BranchContent content) throws IOException {
        RefUpdate update = repository.updateRef(ref);
        update.setExpectedOldObjectId(from.orElse(ObjectId.zeroId()));
        update.setNewObjectId(to);
        update.disableRefLog();
        RefUpdate.Result result = update.update();
        if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
            throw new RepositoryException(
                    "branch %s of %s was not moved: git says %s"
                            .formatted(content.branch(), repository.getDirectory(), result),
                    "another git process is at work there: run again when it is done",
                    null);
        }
    }

    /** Lets a clone of a repository that has no other branch check out the port's. */
    private void pointHeadTo(String ref) throws IOException {
        Ref now = repository.exactRef(Constants.HEAD);
        if (now == null || now.getObjectId() == null) {
            RefUpdate head = repository.updateRef(Constants.HEAD, false);
            head.disableRefLog();
            head.link(ref);
        }
    }

    /** The repository itself, for the publisher. */
    Repository git() {
        return repository;
    }

    @Override
    public void close() {
        repository.close();
    }
}
