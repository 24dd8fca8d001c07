package org.archirender.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.archirender.conda.Platform;
import org.archirender.publish.BranchContent.Upstream;
import org.archirender.render.Commits;
import org.archirender.render.LeavingFiles;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;

class BranchContentTest {
    private static final String FINGERPRINT = "bedd4c80a21fd37c6914587b5b8e3f5ee40b04de";

    private static String fingerprint(String text) {
        FileTree tree = FileTree.of(new TreeMap<>(Map.of(TreePath.of("recipe/meta.yaml"), TreeFile.of(text))));
        return new BranchContent(
                        "zlib",
                        "aarch64",
                        new Platform("linux-aarch64"),
                        new Upstream("conda-forge/zlib-feedstock", "0123456", "1.2.11", false),
                        tree,
                        tree,
                        LeavingFiles.GENERATED_ONLY,
                        List.of(),
                        "sha256:00ff",
                        new Commits("archi-render", "bot@example.org", Instant.parse("2019-01-15T00:00:00Z")))
                .fingerprint();
    }

    @Test
    @DefaultLocale("en-US")
    void theFingerprintTellsContents() {
        assertThat(fingerprint("name: zlib\n")).isEqualTo(FINGERPRINT);
        assertThat(fingerprint("name: zlip\n")).isNotEqualTo(FINGERPRINT);
    }

    @Test
    @DefaultLocale("ar-EG-u-nu-arab")
    void theFingerprintIsTheSameForEveryReadersDigits() {
        assertThat(fingerprint("name: zlib\n")).isEqualTo(FINGERPRINT);
    }
}
