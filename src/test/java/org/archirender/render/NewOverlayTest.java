package org.archirender.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
    private static final Port PORT = PortReader.read("""
            port: 1
            target: linux-aarch64
            branch: aarch64
            upstream-org: conda-forge
            own-org: Archiconda
            channel: archiarm
            upstream: https://git.example.org/forge/{name}-feedstock
            """, "overlays/port.yaml");

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
        return NewOverlay.of("xz", PORT, new Upstream(address, Optional.of("0123abc"), files));
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/someone/xz-feedstock, someone/xz-feedstock",
        "https://github.com/someone/xz-feedstock.git, someone/xz-feedstock",
        "git@github.com:someone/xz-feedstock.git, someone/xz-feedstock",
        "/home/me/xz-feedstock, conda-forge/xz-feedstock",
        "https://git.example.org/forge/xz-feedstock, conda-forge/xz-feedstock",
        "https://git.example.org/other/xz-feedstock, \"https://git.example.org/other/xz-feedstock\"",
        "git@git.example.org:other/xz-feedstock, \"git@git.example.org:other/xz-feedstock\""
    })
    void theOwnerComesFromTheAddressElseFromThePortAndElsewhereTheAddressStays(String address, String repo) {
        assertThat(overlay(address, "").text()).contains("base: {repo: " + repo + ", commit: 0123abc, tree: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{% set version = \"5.2.4\" %}\n", "{%- set version='5.2.4' -%}\n"})
    void theVersionIsTheRecipesVariable(String recipe) {
        assertThat(overlay("x", recipe).text()).contains("version: \"5.2.4\", ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package:\n  name: xz\n  version: 5.2.4\n",
                "package:\n  name: xz\n  version: '5.2.4'  # of 2018\n",
                "package: {name: xz, version: \"5.2.4\"}\n",
                "{% set ver = '5.2.4' %}\npackage:\n  name: xz\n  version: {{ ver }}\n",
                "{% set ver = '5.2.4' %}\npackage:\n  name: xz\n  version: \"{{ver}}\"\n",
                "{% set version = '1' %}\npackage:\n  name: xz\n  version: 5.2.4\n",
                "{% set version = '5.2.4' %}\npackage:\n  name: xz\n  version: {{ version|lower }}\n",
                "package:\n  version: 5.2.4\noutputs:\n  - name: a\n    version: '3'\n",
                "package:\n  version: 5.2.4  # [not win]\n  version: 5.2.4.1  # [win]\n",
                "{% set v = '5.2.4' %}  # [linux]\n{% set v = '5.2.3' %}  # [osx]\npackage:\n  version: {{ v }}\n"
            })
    void theVersionIsWhatThePackageSays(String recipe) {
        assertThat(overlay("x", recipe).text()).contains("version: \"5.2.4\", ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% set version = '5_2_4' %}\n{% set all = '.'.join(version.split('_')) %}\npackage: {version: {{ all }}}\n",
                "{% set major = '5.2' %}\npackage:\n  version: {{ major }}.{{ '4' }}\n",
                "package:\n  version: 5.2.4  # [linux]\n  version: 5.2.5  # [win]\n",
                "{% set version = '5.2.4' if aarch64 else '1' %}\npackage: {version: \"{{ version }}\"}\n"
            })
    void aVersionThatIsComposedIsWhatItComesToOnTheTarget(String recipe) {
        assertThat(overlay("x", recipe).text()).contains("version: \"5.2.4\"");
        FileTree files = FileTrees.of("recipe/recipe.yaml", """
                context:
                  rc: -1
                  it: ${{ '5.2' ~ '.4' if rc < 0 }}
                  # An undefined value is fine until somebody prints it.
                  touch: ${{ is_freethreading }}
                package: {name: xz, version: "${{ it }}"}
                build: {skip: "match(python, '<3')"}
                """);
        assertThat(NewOverlay.of("xz", PORT, new Upstream("x", Optional.empty(), files))
                        .version())
                .contains("5.2.4");
    }

    @Test
    void aRecipeYamlSaysItOfThePackageOrOfTheRecipe() {
        for (String recipe : List.of(
                "package:\n  name: xz\n  version: 5.2.4\n",
                "recipe:\n  name: xz\n  version: ${{ it }}\ncontext:\n  it: \"5.2.4\"\noutputs: []\n")) {
            FileTree files = FileTrees.of("recipe/recipe.yaml", recipe);
            assertThat(NewOverlay.of("xz", PORT, new Upstream("x", Optional.empty(), files))
                            .text())
                    .contains("version: \"5.2.4\"}");
        }
    }

    @Test
    void theRecipeIsWhereCondaForgeYmlSaysIt() {
        FileTree files = FileTrees.of(
                "conda-forge.yml",
                "recipe_dir: ./conda.recipe/\n",
                "conda.recipe/meta.yaml",
                "package:\n  version: '1'\n",
                "recipe/meta.yaml",
                "package: {name: another}\n");
        NewOverlay overlay = NewOverlay.of("xz", PORT, new Upstream("x", Optional.empty(), files));
        assertThat(overlay.base().files().keySet())
                .extracting(TreePath::value)
                .containsExactly("conda-forge.yml", "conda.recipe/meta.yaml");
        assertThat(overlay.text()).contains("version: \"1\"}");
        assertThatThrownBy(() -> NewOverlay.of(
                        "xz",
                        PORT,
                        new Upstream("x", Optional.empty(), files.without(TreePath.of("conda.recipe/meta.yaml")))))
                .hasMessage("""
                        x: is not a feedstock: it has neither conda.recipe/meta.yaml nor conda.recipe/recipe.yaml
                          fix: give the folder or repository that holds conda.recipe/""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{% set version = major ~ '.1' %}\n",
                "package:\n  version: 1.{{ libabc }}\n",
                "package: {version: {{ x[ }}}\n",
                "{% set version = '1' %}\n{% set version = '2' %}\n"
            })
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
