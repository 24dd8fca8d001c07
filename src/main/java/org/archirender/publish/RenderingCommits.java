package org.archirender.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * The commits that bring a branch to hold a rendering: one with upstream's files where they are new, then the
 * rendering. Files that are neither vendored nor ours stay as they are.
 */
final class RenderingCommits {
    private final Publication publication;
    private final ObjectInserter inserter;
    private Optional<ObjectId> tip;
    private Instant next;
    private int count;

    private RenderingCommits(Publication publication, ObjectInserter inserter, Optional<RevCommit> tip) {
        this.publication = publication;
        this.inserter = inserter;
        this.tip = tip.map(RevCommit::getId);
        this.next = tip.map(commit -> Instant.ofEpochSecond(commit.getCommitTime() + 1L))
                .filter(later -> later.isAfter(publication.date()))
                .orElse(publication.date());
    }

    /** Writes the commits that are missing on top of {@code history}'s tip, if any; no branch moves. */
    static RenderingCommits write(
            Publication publication, BranchHistory history, Repository repository, ObjectInserter inserter)
            throws IOException {
        GitTrees trees = new GitTrees(repository, inserter);
        SortedMap<String, DirCacheEntry> before = entries(trees, history.tip());
        SortedMap<String, DirCacheEntry> start = entries(trees, history.start());
        Predicate<String> kept =
                path -> start.containsKey(path) && !isVendored(path) && !isVariantFile(path, publication);

        ObjectId base = trees.write(new TreeMap<>(), path -> false, publication.base());
        ObjectId upstream = trees.write(before, kept, publication.base());
        ObjectId rendered = trees.write(before, kept, publication.rendered());

        RenderingCommits commits = new RenderingCommits(publication, inserter, history.tip());
        boolean newBase = !history.rendering().flatMap(CommitMessage::baseOf).equals(Optional.of(base.name()));
        if (newBase && !holds(history, upstream)) {
            commits.add(upstream, CommitMessage.forUpstream(publication, upstream));
        }
        if (commits.count > 0 || !holds(history, rendered)) {
            commits.add(rendered, CommitMessage.forRendering(publication, rendered, base));
        }
        return commits;
    }

    /** The newest commit: ours, or where there was nothing to do the branch's tip. */
    ObjectId tip() {
        return tip.orElseThrow();
    }

    /** How many commits were written; 0 where the branch already holds the rendering. */
    int count() {
        return count;
    }

    private static SortedMap<String, DirCacheEntry> entries(GitTrees trees, Optional<RevCommit> commit)
            throws IOException {
        return commit.isPresent() ? trees.entries(commit.get().getTree()) : new TreeMap<>();
    }

    private static boolean holds(BranchHistory history, ObjectId tree) {
        return history.tip().filter(tip -> tip.getTree().equals(tree)).isPresent();
    }

    /** What overlays/NAME/base/ holds all of, so that a file of it that is gone there is gone. */
    private static boolean isVendored(String path) {
        return path.startsWith("recipe/") || path.equals("conda-forge.yml");
    }

    private static boolean isVariantFile(String path, Publication publication) {
        return path.startsWith(".ci_support/" + publication.subdir().replace('-', '_') + "_");
    }

    /** Dated not before its parent. */
    private void add(ObjectId tree, String message) throws IOException {
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
        count++;
    }
}
