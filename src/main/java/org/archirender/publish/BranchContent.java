package org.archirender.publish;

import java.util.ArrayList;
import java.util.List;
import org.archirender.conda.FeedstockLayout;
import org.archirender.conda.Platform;
import org.archirender.overlay.EditResult;
import org.archirender.overlay.Overlay;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.render.Commits;
import org.archirender.render.LeavingFiles;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeDigest;

/**
 * What one feedstock's branch is to hold, and what that was made from. Commits are a function of this and of the
 * branch's tip alone, so that two machines make the same commit id.
 *
 * @param name of the package, as in {@code libpng}
 * @param branch the port's branch, as in {@code aarch64}
 * @param target the port's platform
 * @param upstream where {@code base} comes from
 * @param base the upstream files as vendored
 * @param rendered the whole rendered tree
 * @param leaving upstream's files that go from the branch
 * @param edits what was done to {@code base}, for the readers of a pull request
 * @param inputDigest {@code sha256:} and 64 hex digits over everything that the rendering was made from
 * @param commits who commits; the first commit's date, a later one is dated a second after its parent where that is later
 */
record BranchContent(
        String name,
        String branch,
        Platform target,
        Upstream upstream,
        FileTree base,
        FileTree rendered,
        LeavingFiles leaving,
        List<EditResult> edits,
        String inputDigest,
        Commits commits) {
    /** The feedstock's repository, as in {@code libpng-feedstock}. */
    String repository() {
        return FeedstockLayout.repository(name);
    }

    /** The path of the overlay, for messages about what it says of upstream. */
    String overlay() {
        return "overlays/" + name + "/overlay.yaml";
    }

    /**
     * 40 hex digits that tell what the branch comes to hold: equal for equal base, rendering, leaving files, upstream and
     * target, whatever else of the inputs changed.
     */
    String fingerprint() {
        TreeDigest digest = TreeDigest.empty().add(target.subdir()).add(upstream.toString());
        return digest.add(base).add(rendered).add(leaving.said()).hex().substring(0, 40);
    }

    /**
     * The upstream feedstock that was vendored.
     *
     * @param repository {@code owner/name} on GitHub, or an address
     * @param commit its full or abbreviated id
     * @param version of the package at that commit
     * @param written whether the base is not vendored from there but written from facts about it
     */
    record Upstream(String repository, String commit, String version, boolean written) {
        /**
         * As the overlay has it.
         *
         * @throws InputException with all that it does not say of the upstream commit that it is made for
         */
        static Upstream of(Overlay overlay) {
            Location at = Location.of(overlay.file());
            Overlay.Base base = overlay.base()
                    .orElseThrow(() -> new InputException(
                            at,
                            "has no 'base', which says what upstream commit it is made for",
                            "add base: {repo: OWNER/NAME, commit: …, version: …}"));
            List<Problem> missing = new ArrayList<>();
            if (base.commit().isEmpty()) {
                missing.add(
                        new Problem(at, "base has no commit", "add commit: …, the upstream commit that base/ holds"));
            }
            if (base.version().isEmpty()) {
                missing.add(new Problem(
                        at, "base has no version", "add version: \"…\", the one of the recipe at that commit"));
            }
            if (!missing.isEmpty()) {
                throw new InputException(missing);
            }
            return new Upstream(
                    base.repo(), base.commit().orElseThrow(), base.version().orElseThrow(), base.written());
        }

        @Override
        public String toString() {
            return repository + "@" + commit;
        }
    }
}
