package org.archirender.publish;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.archirender.overlay.EditResult;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeDigest;

/**
 * What one feedstock's branch is to hold, and what that was made from. Commits are a function of this and of the
 * branch's tip alone, so that two machines make the same commit id.
 *
 * @param feedstock repository name, as in {@code libpng-feedstock}
 * @param branch the port's branch, as in {@code aarch64}
 * @param subdir the port's target, as in {@code linux-aarch64}
 * @param upstream where {@code base} comes from
 * @param base the upstream files as vendored: {@code recipe/**} and {@code conda-forge.yml}
 * @param rendered the whole rendered tree
 * @param edits what was done to {@code base}, for the readers of a pull request
 * @param inputDigest {@code sha256:} and 64 hex digits over everything that the rendering was made from
 * @param author who the commits are from
 * @param date of the first commit; a later commit is dated a second after its parent where that is later
 */
public record BranchContent(
        String feedstock,
        String branch,
        String subdir,
        Upstream upstream,
        FileTree base,
        FileTree rendered,
        List<EditResult> edits,
        String inputDigest,
        Author author,
        Instant date) {
    public BranchContent {
        requireNonNull(feedstock, "feedstock is null");
        requireNonNull(branch, "branch is null");
        requireNonNull(subdir, "subdir is null");
        requireNonNull(upstream, "upstream is null");
        requireNonNull(base, "base is null");
        requireNonNull(rendered, "rendered is null");
        edits = List.copyOf(edits);
        requireNonNull(inputDigest, "inputDigest is null");
        requireNonNull(author, "author is null");
        requireNonNull(date, "date is null");
    }

    /** The package's name, as in {@code libpng}. */
    public String packageName() {
        return feedstock.replaceFirst("-feedstock$", "");
    }

    /**
     * 40 hex digits that tell what the branch comes to hold: equal for equal base, rendering, upstream and target,
     * whatever else of the inputs changed.
     */
    public String fingerprint() {
        TreeDigest digest = TreeDigest.empty().add(subdir).add(upstream.toString());
        return digest.add(base).add(rendered).hex().substring(0, 40);
    }

    /**
     * The upstream feedstock that was vendored.
     *
     * @param repository {@code owner/name}
     * @param commit its full or abbreviated id
     * @param version of the package at that commit
     */
    public record Upstream(String repository, String commit, String version) {
        public Upstream {
            requireNonNull(repository, "repository is null");
            requireNonNull(commit, "commit is null");
            requireNonNull(version, "version is null");
        }

        @Override
        public String toString() {
            return repository + "@" + commit;
        }
    }

    /** A git identity. */
    public record Author(String name, String email) {
        public Author {
            requireNonNull(name, "name is null");
            requireNonNull(email, "email is null");
        }
    }
}
