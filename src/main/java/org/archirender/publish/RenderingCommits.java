package org.archirender.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.archirender.conda.FeedstockLayout;
import org.archirender.forge.ForgeConfig;
import org.archirender.publish.git.GitTrees;
import org.archirender.render.LeavingFiles;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeDiff;
import org.archirender.tree.TreePath;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * The commits that bring a branch to hold a rendering: one with upstream's files where they are new, then the
 * rendering. Of upstream's other files those of its CI go ({@link LeavingFiles}), all others stay as they are.
 */
final class RenderingCommits {
    private final BranchContent content;
    private final GitTrees trees;
    private final ObjectInserter inserter;
    private final Optional<RevCommit> from;
    private final List<ObjectId> parents = new ArrayList<>();
    private Instant next;
    private ObjectId rendered = ObjectId.zeroId();
    private List<String> gone = List.of();
    private int count;

    private RenderingCommits(
            BranchContent content, Repository repository, ObjectInserter inserter, Optional<RevCommit> from) {
        this.content = content;
        this.trees = new GitTrees(repository, inserter, content.repository());
        this.inserter = inserter;
        this.from = from;
        this.next = content.commits().date();
        from.ifPresent(this::follow);
    }

    /**
     * Writes the commits that are missing on top of {@code history}'s tip, if any; no branch moves. The first of them
     * merges {@code others}, and takes nothing from them.
     */
    static RenderingCommits write(
            BranchContent content,
            BranchHistory history,
            Repository repository,
            ObjectInserter inserter,
            RevCommit... others)
            throws IOException {
        RenderingCommits commits = new RenderingCommits(content, repository, inserter, history.tip());
        List.of(others).forEach(commits::follow);
        commits.write(history);
        return commits;
    }

    private void follow(RevCommit parent) {
        parents.add(parent.getId());
        Instant later = Instant.ofEpochSecond(parent.getCommitTime() + 1L);
        next = later.isAfter(next) ? later : next;
    }

    private void write(BranchHistory history) throws IOException {
        SortedMap<String, DirCacheEntry> before = entries(history.tip());
        SortedMap<String, DirCacheEntry> start = entries(history.start());
        ObjectId base = trees.write(new TreeMap<>(), path -> false, content.base());
        Predicate<String> input = input();
        Predicate<String> vendored = input.and(vendored(history, input));
        Predicate<String> kept = path -> start.containsKey(path)
                && !vendored.test(path)
                && !FeedstockLayout.isVariantFile(path, content.target());
        // What went before the port said that it stays comes back.
        start.entrySet().stream()
                .filter(entry ->
                        !input.test(entry.getKey()) && content.leaving().isKept(entry.getKey()))
                .forEach(entry -> before.putIfAbsent(entry.getKey(), entry.getValue()));
        Predicate<String> leaving = input.negate().and(content.leaving()::goes);

        ObjectId upstream = trees.write(before, kept, content.base());
        rendered = trees.write(before, kept.and(leaving.negate()), content.rendered());
        gone = before.keySet().stream()
                .filter(kept.and(leaving).and(path -> !holds(content.rendered(), path)))
                .toList();

        boolean newBase = !history.rendering().flatMap(CommitMessage::baseOf).equals(Optional.of(base.name()));
        if (newBase && !holds(history, upstream)) {
            add(upstream, CommitMessage.forUpstream(content, upstream));
        }
        if (count > 0 || !holds(history, rendered)) {
            add(
                    rendered,
                    CommitMessage.forRendering(
                            content, rendered, base, content.leaving().summary(gone)));
        }
    }

    /** Paths of upstream's files that go from the branch, in order. */
    List<String> gone() {
        return gone;
    }

    /** Whether a path is one that a base holds, such as those below {@code recipe/}. */
    private Predicate<String> input() {
        String recipeDir = ForgeConfig.recipeDir(content.base());
        return path -> FeedstockLayout.isInput(path, recipeDir);
    }

    /**
     * Which of the inputs a base has, or had: a file that is gone there is gone. What no base ever knew stays, and so do
     * links and submodules. A base before this one knew all inputs of its commit, unless it was another tree than they are.
     */
    private Predicate<String> vendored(BranchHistory history, Predicate<String> input) throws IOException {
        if (history.rendering().isEmpty()) {
            return path -> holds(content.base(), path);
        }
        SortedMap<String, DirCacheEntry> then = entries(history.vendored().or(history::start));
        then.entrySet().removeIf(entry -> !input.test(entry.getKey()) || !GitTrees.isFile(entry.getValue()));
        ObjectId inputs = trees.write(then, path -> true, FileTree.empty());
        boolean knewAll = history.rendering().flatMap(CommitMessage::baseOf).equals(Optional.of(inputs.name()));
        return path -> (knewAll && then.containsKey(path)) || holds(content.base(), path);
    }

    /** The newest commit: ours, or where there was nothing to do the branch's tip. */
    ObjectId tip() {
        return parents.get(0);
    }

    /** How many commits were written; 0 where the branch already holds the rendering. */
    int count() {
        return count;
    }

    /** What the commits change, all of them together, after they are flushed. */
    TreeDiff changes() throws IOException {
        return trees.diff(from.map(RevCommit::getTree), rendered);
    }

    /** What git has may have a name that no tree of ours can have. */
    private static boolean holds(FileTree tree, String path) {
        return TreePath.wrongWith(path).isEmpty() && tree.contains(TreePath.of(path));
    }

    private SortedMap<String, DirCacheEntry> entries(Optional<RevCommit> commit) throws IOException {
        return commit.isPresent() ? trees.entries(commit.get().getTree()) : new TreeMap<>();
    }

    private static boolean holds(BranchHistory history, ObjectId tree) {
        return history.tip().filter(tip -> tip.getTree().equals(tree)).isPresent();
    }

    /** Dated not before its parent. */
    private void add(ObjectId tree, String message) throws IOException {
        PersonIdent author =
                new PersonIdent(content.commits().name(), content.commits().email(), next, ZoneOffset.UTC);
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentIds(parents);
        commit.setAuthor(author);
        commit.setCommitter(author);
        commit.setEncoding(StandardCharsets.UTF_8);
        commit.setMessage(message);
        parents.clear();
        parents.add(inserter.insert(commit));
        next = next.plusSeconds(1);
        count++;
    }
}
