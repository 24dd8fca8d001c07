package org.archirender.publish;

import java.time.Instant;
import java.util.List;
import org.archirender.overlay.EditResult;
import org.archirender.publish.Publication.Author;
import org.archirender.publish.Publication.Upstream;
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

    Publication publication(int number) {
        return publication(number, List.of());
    }

    Publication publication(int number, List<EditResult> edits) {
        return new Publication(
                name + "-feedstock",
                "aarch64",
                "linux-aarch64",
                new Upstream("conda-forge/" + name + "-feedstock", start, "1.2.11"),
                BASE,
                rendered(number),
                edits,
                "sha256:000" + number,
                new Author("archi-render", "bot@example.org"),
                Instant.parse("2019-01-15T00:00:00Z"));
    }
}
