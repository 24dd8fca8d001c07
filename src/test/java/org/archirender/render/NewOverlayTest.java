package org.archirender.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.archirender.overlay.Overlay;
import org.archirender.render.NewOverlay.Upstream;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewOverlayTest {
    private static NewOverlay overlay(String address, String recipe) {
        FileTree files = FileTrees.of(
                "recipe/meta.yaml",
                recipe,
                ".ci_support/migrations/x.yaml",
                "x",
                ".ci_support/linux_64_.yaml",
                "x",
                "README.md",
                "x");
        return NewOverlay.of("xz", "conda-forge", new Upstream(address, Optional.of("0123abc"), files));
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/someone/xz-feedstock, someone/xz-feedstock",
        "https://github.com/someone/xz-feedstock.git, someone/xz-feedstock",
        "git@github.com:someone/xz-feedstock.git, someone/xz-feedstock",
        "/home/me/xz-feedstock, conda-forge/xz-feedstock"
    })
    void theOwnerComesFromTheAddressElseFromThePort(String address, String repo) {
        assertThat(overlay(address, "").text()).contains("base: {repo: " + repo + ", commit: 0123abc}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{% set version = \"5.2.4\" %}\n", "{%- set version='5.2.4' -%}\n"})
    void theVersionIsTheRecipesVariable(String recipe) {
        assertThat(overlay("x", recipe).text()).contains("version: \"5.2.4\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{% set version = major ~ '.1' %}\n", "{% set version = '1' %}\n{% set version = '2' %}\n"})
    void aVersionThatIsNoPlainTextIsLeftOut(String recipe) {
        assertThat(overlay("x", recipe).text()).doesNotContain("version:");
    }

    @Test
    void onlyWhatARenderingReadsIsVendored() {
        assertThat(overlay("x", "").base().files().keySet())
                .extracting(TreePath::value)
                .containsExactly(".ci_support/migrations/x.yaml", "recipe/meta.yaml");
    }

    @Test
    void whatIsWrittenIsAnOverlay() {
        String text = overlay("x", "{% set version = '1' %}\n").text();
        assertThat(Overlay.read(text, "overlays/xz/overlay.yaml").edits()).isEmpty();
    }
}
