package org.archirender.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.publish.CommitOutcome.ForeignCommit;
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
 * @param foreign commits that are neither ours nor upstream's, newest first
 */
record BranchHistory(
        Optional<RevCommit> tip,
        Optional<RevCommit> start,
        Optional<RevCommit> rendering,
        List<ForeignCommit> foreign) {

    /**
     * Follows first parents from {@code tip} down to the first commit below all of ours.
     *
     * @param upstream the upstream commit that the branch may have started from, as overlay.yaml names it
     */
    static BranchHistory read(Repository repository, Optional<ObjectId> tip, String upstream) throws IOException {
        if (tip.isEmpty()) {
            return new BranchHistory(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        }
        try (RevWalk walk = new RevWalk(repository)) {
            return follow(walk, walk.parseCommit(tip.get()), upstream);
        }
    }

    private static BranchHistory follow(RevWalk walk, RevCommit tip, String upstream) throws IOException {
        List<String> upstreams = new ArrayList<>(List.of(upstream));
        List<ForeignCommit> foreign = new ArrayList<>();
        Optional<RevCommit> rendering = Optional.empty();
        Optional<RevCommit> commit = Optional.of(tip);
        while (commit.isPresent() && !isUpstream(commit.get(), upstreams)) {
            RevCommit here = commit.get();
            if (CommitMessage.isOurs(here)) {
                CommitMessage.upstreamOf(here).ifPresent(upstreams::add);
                if (rendering.isEmpty() && CommitMessage.baseOf(here).isPresent()) {
                    rendering = commit;
                }
            } else {
                foreign.add(new ForeignCommit(
                        here.abbreviate(10).name(), here.getAuthorIdent().getName(), here.getShortMessage()));
            }
            commit = here.getParentCount() == 0 ? Optional.empty() : Optional.of(walk.parseCommit(here.getParent(0)));
        }
        return new BranchHistory(Optional.of(tip), commit, rendering, List.copyOf(foreign));
    }

    private static boolean isUpstream(RevCommit commit, List<String> upstreams) {
        return upstreams.stream()
                .map(upstream -> upstream.substring(upstream.lastIndexOf('@') + 1))
                .anyMatch(id -> id.length() >= 7 && commit.name().startsWith(id));
    }
}
