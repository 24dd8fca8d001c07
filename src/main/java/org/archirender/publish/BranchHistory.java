package org.archirender.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.archirender.publish.PublishOutcome.ForeignCommit;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * A branch seen from its tip: our commits, below them where the branch started, and whatever somebody else put between
 * or on top.
 *
 * @param tip the newest commit; empty for a branch that does not exist
 * @param start the upstream commit that the branch started from; empty for one that we started
 * @param rendering our newest rendering
 * @param vendored our commit of upstream's files below that; empty where the start has them as vendored
 * @param foreign commits that are neither ours nor upstream's, newest first
 * @param cutOff whether the history that is here ends before the branch's start, so that nothing above can be trusted
 */
record BranchHistory(
        Optional<RevCommit> tip,
        Optional<RevCommit> start,
        Optional<RevCommit> rendering,
        Optional<RevCommit> vendored,
        List<ForeignCommit> foreign,
        boolean cutOff) {

    /**
     * Follows first parents, and pull requests of ours that were merged, from {@code tip} down to the first commit below all of ours.
     *
     * @param upstream the upstream commit that the branch may have started from, as overlay.yaml names it
     * @param upstreamHeads branches of upstream that are here; what they reach is upstream's too
     */
    static BranchHistory read(
            Repository repository, Optional<ObjectId> tip, String upstream, Collection<ObjectId> upstreamHeads)
            throws IOException {
        if (tip.isEmpty()) {
            return new BranchHistory(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false);
        }
        try (RevWalk walk = new RevWalk(repository)) {
            Set<ObjectId> shallow = repository.getObjectDatabase().getShallowCommits();
            Set<ObjectId> theirs = new HashSet<>();
            for (ObjectId head : upstreamHeads) {
                walk.markStart(walk.parseCommit(head));
            }
            walk.forEach(commit -> theirs.add(commit.getId()));
            walk.reset();
            return follow(walk, walk.parseCommit(tip.get()), upstream, theirs, shallow);
        }
    }

    private static BranchHistory follow(
            RevWalk walk, RevCommit tip, String upstream, Set<ObjectId> theirs, Set<ObjectId> shallow)
            throws IOException {
        List<String> upstreams = new ArrayList<>(List.of(upstream));
        List<ForeignCommit> foreign = new ArrayList<>();
        Optional<RevCommit> rendering = Optional.empty();
        Optional<RevCommit> vendored = Optional.empty();
        Optional<RevCommit> commit = Optional.of(tip);
        while (commit.isPresent() && !theirs.contains(commit.get().getId()) && !isUpstream(commit.get(), upstreams)) {
            RevCommit here = commit.get();
            Optional<RevCommit> merged = merged(walk, here);
            if (merged.isPresent()) {
                commit = merged;
                continue;
            }
            if (CommitMessage.isOurs(here)) {
                CommitMessage.upstreamOf(here).ifPresent(upstreams::add);
                boolean isRendering = CommitMessage.baseOf(here).isPresent();
                if (rendering.isEmpty() && isRendering) {
                    rendering = commit;
                } else if (vendored.isEmpty() && rendering.isPresent() && !isRendering) {
                    vendored = commit;
                }
            } else {
                foreign.add(new ForeignCommit(
                        here.abbreviate(10).name(), here.getAuthorIdent().getName(), here.getShortMessage()));
            }
            if (shallow.contains(here.getId())) {
                return new BranchHistory(
                        Optional.of(tip), Optional.empty(), rendering, vendored, List.copyOf(foreign), true);
            }
            commit = here.getParentCount() == 0 ? Optional.empty() : Optional.of(walk.parseCommit(here.getParent(0)));
        }
        return new BranchHistory(Optional.of(tip), commit, rendering, vendored, List.copyOf(foreign), false);
    }

    /** Our commit that {@code commit} merges and adds nothing to: what merging a pull request of ours leaves. */
    private static Optional<RevCommit> merged(RevWalk walk, RevCommit commit) throws IOException {
        if (commit.getParentCount() != 2 || CommitMessage.isOurs(commit)) {
            return Optional.empty();
        }
        RevCommit second = walk.parseCommit(commit.getParent(1));
        return Optional.of(second)
                .filter(CommitMessage::isOurs)
                .filter(ours -> ours.getTree().equals(commit.getTree()));
    }

    private static boolean isUpstream(RevCommit commit, List<String> upstreams) {
        return upstreams.stream()
                .map(upstream -> upstream.substring(upstream.lastIndexOf('@') + 1))
                .anyMatch(id -> id.length() >= 7 && commit.name().startsWith(id));
    }
}
