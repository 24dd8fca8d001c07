package org.archirender.publish;

import java.time.Instant;
import java.util.List;
import org.archirender.conda.Platform;
import org.archirender.overlay.EditResult;
import org.archirender.publish.BranchContent.Upstream;
import org.archirender.render.Commits;
import org.archirender.render.LeavingFiles;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * A feedstock small enough to be read, to be published as rendering 1, 2, 3: the number is all that differs.
 *
 * @param name of the package
 * @param start the upstream commit that it was rendered from
 */
record SmallFeedstock(String name, String start) {
    static final FileTree BASE = FileTree.empty()
            .with(TreePath.of("conda-forge.yml"), TreeFile.of("{}\n"))
            .with(TreePath.of("recipe/meta.yaml"), TreeFile.of("build:\n  number: 0\n"));

    static FileTree rendered(int number) {
        return BASE.with(TreePath.of("recipe/meta.yaml"), TreeFile.of("build:\n  number: " + number + "\n"))
                .with(TreePath.of(".ci_support/linux_aarch64_.yaml"), TreeFile.of("c_compiler:\n- gcc\n"));
    }

    BranchContent content(int number) {
        return content(number, List.of());
    }

    BranchContent content(int number, List<EditResult> edits) {
        return new BranchContent(
                name,
                "aarch64",
                new Platform("linux-aarch64"),
                new Upstream("conda-forge/" + name + "-feedstock", start, "1.2.11", false),
                BASE,
                rendered(number),
                LeavingFiles.GENERATED_ONLY,
                edits,
                "sha256:000" + number,
                new Commits("archi-render", "bot@example.org", Instant.parse("2019-01-15T00:00:00Z")));
    }
}
