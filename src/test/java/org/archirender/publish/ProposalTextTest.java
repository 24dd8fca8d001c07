package org.archirender.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreeDiff;
import org.junit.jupiter.api.Test;

class ProposalTextTest {
    private static String body(FileTree before, FileTree after) {
        return new ProposalText(new SmallFeedstock("zlib", "0123456").content(1), TreeDiff.between(before, after))
                .body();
    }

    @Test
    void saysWhichFilesOfUpstreamsGo() {
        FileTree before = FileTrees.of(
                ".circleci/config.yml",
                "",
                ".circleci/fast_finish.sh",
                "",
                ".ci_support/linux_aarch64_old.yaml",
                "",
                ".ci_support/win_64_.yaml",
                "",
                ".travis.yml",
                "",
                "recipe/old.patch",
                "");
        assertThat(body(before, FileTree.empty())).contains("""
                ### Variants

                - removed `linux_aarch64_old.yaml`

                ### Files of upstream's that go

                - .ci_support/\\*.yaml (1 file)
                - .circleci (2 files)
                - .travis.yml

                Inputs: """);
        assertThat(body(FileTrees.of("recipe/old.patch", ""), FileTree.empty())).doesNotContain("### Files");
    }
}
