package org.archirender.publish;

import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.FooterKey;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * The messages of our commits, and how to know them again. The trailers name upstream, the digest of the inputs and the
 * commit's own tree: a commit whose trailer does not name its tree was amended by hand and is no longer ours.
 */
final class CommitMessage {
    private static final FooterKey TREE = new FooterKey("Archi-Render-Tree");
    private static final FooterKey UPSTREAM = new FooterKey("Archi-Render-Upstream");
    private static final FooterKey BASE = new FooterKey("Archi-Render-Base");

    private CommitMessage() {}

    /** The message of the commit that brings upstream's files. */
    static String forUpstream(BranchContent content, ObjectId tree) {
        return "%s %s %s\n\n%s"
                .formatted(
                        content.name(),
                        content.upstream().version(),
                        content.upstream().written() ? "written from facts" : "as upstream has it",
                        trailers(content, tree));
    }

    /**
     * The message of the commit that brings the rendering.
     *
     * @param gone lines that say which files of upstream's go
     */
    static String forRendering(BranchContent content, ObjectId tree, ObjectId base, List<String> gone) {
        return "Render %s %s for %s\n\n%s%s%sArchi-Render-Inputs: %s\nArchi-Render-Base: %s\n"
                .formatted(
                        content.name(),
                        content.upstream().version(),
                        content.target(),
                        content.upstream().written() ? "The base is written from facts, and not upstream's.\n\n" : "",
                        gone.isEmpty() ? "" : "Of upstream's files these go:\n  " + String.join("\n  ", gone) + "\n\n",
                        trailers(content, tree),
                        content.inputDigest(),
                        base.name());
    }

    /** Whether archi-render made {@code commit} and nobody changed it since. */
    static boolean isOurs(RevCommit commit) {
        return trailer(commit, TREE)
                .filter(tree -> tree.equals(commit.getTree().name()))
                .isPresent();
    }

    /** The git tree of the vendored files that {@code commit} was rendered from; empty unless it is a rendering. */
    static Optional<String> baseOf(RevCommit commit) {
        return trailer(commit, BASE);
    }

    /** {@code owner/name@commit} of the upstream that {@code commit} of ours was made from. */
    static Optional<String> upstreamOf(RevCommit commit) {
        return trailer(commit, UPSTREAM);
    }

    private static String trailers(BranchContent content, ObjectId tree) {
        return "Archi-Render-Upstream: %s\nArchi-Render-Tree: %s\n".formatted(content.upstream(), tree.name());
    }

    private static Optional<String> trailer(RevCommit commit, FooterKey key) {
        return commit.getFooterLines(key).stream().findFirst();
    }
}
