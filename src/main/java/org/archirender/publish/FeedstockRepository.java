package org.archirender.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.CommitOutcome.Committed;
import org.archirender.publish.CommitOutcome.ForeignCommits;
import org.archirender.publish.CommitOutcome.UpToDate;
import org.archirender.tree.FileTree;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevCommit;

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
     * The bare repository at {@code directory}, made where there is none.
     *
     * @throws RepositoryException where it can't be opened or made
     */
    public static FeedstockRepository open(Path directory) {
        HermeticGit.install();
        try {
            Repository repository = new RepositoryBuilder()
                    .setGitDir(directory.toFile())
                    .setBare()
                    .build();
            if (!repository.getObjectDatabase().exists()) {
                repository.create(true);
            }
            return new FeedstockRepository(repository);
        } catch (IOException e) {
            throw new RepositoryException(
                    "no git repository can be opened or made at " + directory + ": " + e.getMessage(),
                    "check that the folder may be written, or remove it: it is made again",
                    e);
        }
    }

    /**
     * Brings the branch to hold the rendering: a commit with upstream's files where they are new, then one with the
     * rendering. Files that are neither vendored nor ours stay as they are.
     *
     * @throws RepositoryException where the repository can't be read or written, or somebody else moved the branch
     */
    public CommitOutcome commit(Publication publication) {
        String ref = Constants.R_HEADS + publication.branch();
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            Optional<ObjectId> tip = Optional.ofNullable(repository.resolve(ref));
            BranchHistory history =
                    BranchHistory.read(repository, tip, publication.upstream().commit());
            if (!history.foreign().isEmpty()) {
                return new ForeignCommits(history.foreign());
            }
            Chain chain = chain(publication, history, inserter);
            if (chain.commits == 0) {
                return new UpToDate(history.tip().orElseThrow().name());
            }
            inserter.flush();
            move(ref, tip, chain.tip.orElseThrow(), publication);
            pointHeadTo(ref);
            return new Committed(chain.tip.orElseThrow().name(), chain.commits);
        } catch (IOException e) {
            throw new RepositoryException(
                    "git repository " + repository.getDirectory() + ": " + e.getMessage(),
                    "check the disk, or remove the folder: it is made again",
                    e);
        }
    }

    private Chain chain(Publication publication, BranchHistory history, ObjectInserter inserter) throws IOException {
        GitTrees trees = new GitTrees(repository, inserter);
        SortedMap<String, DirCacheEntry> before =
                history.tip().isPresent() ? trees.entries(history.tip().get().getTree()) : new TreeMap<>();
        SortedMap<String, DirCacheEntry> start = history.start().isPresent()
                ? trees.entries(history.start().get().getTree())
                : new TreeMap<>();
        Predicate<String> kept =
                path -> start.containsKey(path) && !isVendored(path) && !isVariantFile(path, publication);

        ObjectId base = trees.write(new TreeMap<>(), path -> false, publication.base());
        ObjectId upstreamTree = trees.write(before, kept, publication.base());
        ObjectId renderedTree = trees.write(before, kept, publication.rendered());
        Optional<String> lastBase = history.rendering().flatMap(CommitMessage::baseOf);

        Chain chain = new Chain(publication, inserter, history.tip());
        boolean newBase = !lastBase.equals(Optional.of(base.name()));
        boolean tipIsUpstream =
                history.tip().map(tip -> tip.getTree().equals(upstreamTree)).orElse(false);
        if (newBase && !tipIsUpstream) {
            chain.add(upstreamTree, CommitMessage.forUpstream(publication, upstreamTree));
        }
        boolean same = chain.commits == 0
                && history.tip().map(tip -> tip.getTree().equals(renderedTree)).orElse(false);
        if (!same) {
            chain.add(renderedTree, CommitMessage.forRendering(publication, renderedTree, base));
        }
        return chain;
    }

    /** What overlays/NAME/base/ holds all of, so that a file of it that is gone there is gone. */
    private static boolean isVendored(String path) {
        return path.startsWith("recipe/") || path.equals("conda-forge.yml");
    }

    private static boolean isVariantFile(String path, Publication publication) {
        return path.startsWith(".ci_support/" + publication.subdir().replace('-', '_') + "_");
    }

    private void move(String ref, Optional<ObjectId> from, ObjectId to, Publication publication) throws IOException {
        RefUpdate update = repository.updateRef(ref);
        update.setExpectedOldObjectId(from.orElse(ObjectId.zeroId()));
        update.setNewObjectId(to);
        update.disableRefLog();
        RefUpdate.Result result = update.update();
        if (result != RefUpdate.Result.NEW && result != RefUpdate.Result.FAST_FORWARD) {
            throw new RepositoryException(
                    "branch %s of %s was not moved: git says %s"
                            .formatted(publication.branch(), repository.getDirectory(), result),
                    "if no other git process is at work there, remove a left-over " + ref + ".lock and run again",
                    null);
        }
    }

    /** Lets a clone of a repository that has no other branch check out the port's. */
    private void pointHeadTo(String ref) throws IOException {
        if (repository.resolve(Constants.HEAD) == null) {
            RefUpdate head = repository.updateRef(Constants.HEAD, false);
            head.disableRefLog();
            head.link(ref);
        }
    }

    /** The files on {@code branch}; empty where there is no such branch. */
    public Optional<FileTree> read(String branch) {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            Optional<ObjectId> tree = Optional.ofNullable(repository.resolve(Constants.R_HEADS + branch + "^{tree}"));
            return tree.isEmpty() ? Optional.empty() : Optional.of(new GitTrees(repository, inserter).read(tree.get()));
        } catch (IOException e) {
            throw new RepositoryException(
                    "branch " + branch + " of " + repository.getDirectory() + " can't be read: " + e.getMessage(),
                    "",
                    e);
        }
    }

    @Override
    public void close() {
        repository.close();
    }

    /** Commits on top of each other, each dated not before its parent. */
    private static final class Chain {
        private final Publication publication;
        private final ObjectInserter inserter;
        private Optional<ObjectId> tip;
        private Instant next;
        private int commits;

        Chain(Publication publication, ObjectInserter inserter, Optional<RevCommit> tip) {
            this.publication = publication;
            this.inserter = inserter;
            this.tip = tip.map(RevCommit::getId);
            this.next = tip.map(commit -> Instant.ofEpochSecond(commit.getCommitTime() + 1L))
                    .filter(later -> later.isAfter(publication.date()))
                    .orElse(publication.date());
        }

        void add(ObjectId tree, String message) throws IOException {
            PersonIdent author = new PersonIdent(
                    publication.author().name(), publication.author().email(), next, ZoneOffset.UTC);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree);
            tip.ifPresent(commit::setParentId);
            commit.setAuthor(author);
            commit.setCommitter(author);
            commit.setEncoding(StandardCharsets.UTF_8);
            commit.setMessage(message);
            tip = Optional.of(inserter.insert(commit));
            next = next.plusSeconds(1);
            commits++;
        }
    }
}
