package org.archirender.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.archirender.overlay.Overlay;
import org.archirender.problem.Problem;
import org.archirender.template.Templates;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.PathGlob;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.variant.Pinnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pure function, on values alone. */
class RendererTest {
    private static final String NAME_ONE = "name an image for aarch64: settings: {docker: {image: …}} in port.yaml or"
            + " overlay.yaml, or docker_image in the pins";
    private static final String PORT = """
            port: 1
            target: linux-aarch64
            branch: aarch64
            upstream-org: conda-forge
            own-org: Archiconda
            channel: archiarm
            binutils: aarch64-conda_cos7-linux-gnu
            providers: [ci]
            conda-forge: {provider: {linux_aarch64: default}, compiler_stack: comp7}
            """;

    private static final FileTree BASE = FileTrees.of(
            "recipe/meta.yaml",
            """
            package: {name: zlib, version: "1.2"}
            requirements:
              build:
                - {{ compiler('c') }}
            """,
            "recipe/build.sh",
            "strip x\n",
            "conda-forge.yml",
            "compiler_stack: comp4  # upstream's\nkept: 1\n");

    private static final FileTree TEMPLATES = FileTrees.of(
            "ci/provider.yaml",
            """
            provider: 1
            about: one file
            files:
              - path: ci.txt
                for: feedstock
              - path: port.txt
                for: port
            """,
            "ci/ci.txt.ftl",
            "[=feedstock.name] [=feedstock.version] [=config.compiler_stack] [=target.key] [=variants[0].file]"
                    + "[#if settings.docker??] [=settings.docker.image] [=settings.docker.packages?join('+')][/#if]\n",
            "ci/port.txt.ftl",
            "[=port.ownOrg] [=port.binutils]\n",
            "other/provider.yaml",
            """
            provider: 1
            about: another file
            removes: [.github/workflows/docs.yml]
            files:
              - path: other.txt
                for: feedstock
              - path: other-port.txt
                for: port
            """,
            "other/other.txt",
            "other\n",
            "other/other-port.txt",
            "other\n",
            "images/provider.yaml",
            """
            provider: 1
            about: where packages are built
            files: [{path: images.txt, for: feedstock}]
            """,
            "images/images.txt.ftl",
            "[=settings.docker.image!'none'] [=settings.docker.packages?join('+')]\n",
            "machines/provider.yaml",
            """
            provider: 1
            about: how packages are built
            files: [{path: machines.txt, for: feedstock}]
            """,
            "machines/machines.txt.ftl",
            "[=build.mode] [=build.platform] [=build.machine] [=build.docker] [=build.runner?join('+')] [=build.image]"
                    + " [=build.tool] [=build.recipe] [=target.machine] [=target.docker] [=target.qemu]"
                    + " [=variants[0].values.c_compiler?join('+')]\n");

    private static Renderer renderer(String port) {
        Pinnings pinnings = Pinnings.parse("c_compiler:\n- gcc\n", "pinnings.yaml", FileTree.empty());
        return new Renderer(PortReader.read(port, "overlays/port.yaml"), pinnings, Templates.of(TEMPLATES));
    }

    private static Rendering render(String port, String overlay) {
        String text =
                "overlay: 1\npackage: zlib\nbase: {repo: conda-forge/zlib-feedstock, version: \"1.2\"}\n" + overlay;
        return renderer(port)
                .render(new Feedstock(Overlay.read(text, "overlays/zlib/overlay.yaml"), BASE, FileTree.empty()));
    }

    private static String text(Rendering rendering, String path) {
        assertThat(rendering.problems()).isEmpty();
        return rendering.tree().get(path).flatMap(TreeFile::text).orElse("no " + path);
    }

    @Test
    void condaForgeKeysOfThePortComeFirstAndTheOverlaysWin() {
        assertThat(text(render(PORT, ""), "conda-forge.yml"))
                .startsWith("compiler_stack: comp7  # upstream's\nkept: 1\n");
        assertThat(text(render(PORT, "config: {compiler_stack: comp8, kept: null}\n"), "conda-forge.yml"))
                .startsWith("compiler_stack: comp8  # upstream's\n")
                .doesNotContain("kept");
    }

    @Test
    void templatesSeeTheFeedstockAndItsMergedConfig() {
        assertThat(text(render(PORT, ""), "ci.txt"))
                .isEqualTo("zlib 1.2 comp7 linux_aarch64 .ci_support/linux_aarch64_.yaml\n");
    }

    @Test
    void templatesSeeThePortsSettingsWithThePackagesOwn() {
        String port = PORT + "settings: {docker: {image: centos7, packages: [a, b]}}\n";
        String own = "settings: {docker: {packages: [c]}}\n";
        assertThat(text(render(port, ""), "ci.txt")).endsWith(" centos7 a+b\n");
        assertThat(text(render(port, own), "ci.txt")).endsWith(" centos7 c\n");
        assertThat(text(render(port, "settings: {docker: null}\n"), "ci.txt")).endsWith("linux_aarch64_.yaml\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aarch64 | linux_aarch64: native | {}"
                        + "                    | native linux-aarch64 aarch64 linux/arm64 ubuntu-24.04-arm"
                        + " quay.io/condaforge/linux-anvil-aarch64:alma9",
                "aarch64 | linux_64: default     | {linux_aarch64: linux_64}"
                        + "                    | cross linux-64 x86_64 linux/amd64 ubuntu-latest"
                        + " quay.io/condaforge/linux-anvil-x86_64:alma9",
                "riscv64 | linux_riscv64: native | {}"
                        + "                    | native linux-riscv64 riscv64 linux/riscv64 ubuntu-24.04-riscv"
                        + " quay.io/condaforge/linux-anvil-comp7",
                "riscv64 | linux_riscv64: emulated | {}"
                        + "                    | emulated linux-riscv64 riscv64 linux/riscv64 ubuntu-latest"
                        + " quay.io/condaforge/linux-anvil-comp7",
                "ppc64le | linux_ppc64le: native | {}"
                        + "                    | native linux-ppc64le ppc64le linux/ppc64le self-hosted+linux+ppc64le"
                        + " quay.io/condaforge/linux-anvil-ppc64le:alma9"
            })
    void templatesSeeOnWhatAPackageIsBuilt(String arch, String provider, String buildPlatform, String seen) {
        String port = (PORT + "settings: {docker: {image: mine}}\n")
                .replace("target: linux-aarch64", "target: linux-" + arch)
                .replace("linux_aarch64: default", provider)
                .replace("providers: [ci]", "providers: [machines]");
        assertThat(text(render(port, "config: {build_platform: " + buildPlatform + "}\n"), "machines.txt"))
                .isEqualTo(seen + " conda-build recipe " + arch + " linux/" + arch.replace("aarch64", "arm64") + " "
                        + arch + " gcc\n");
    }

    @Test
    void theChosenProvidersSayWhatElseOfUpstreamsGoes() {
        assertThat(render(PORT, "providers: [ci, other]\n").leaving().removes())
                .extracting(PathGlob::text)
                .containsExactly(".github/workflows/docs.yml");
        assertThat(render(PORT, "").leaving().removes()).isEmpty();
    }

    @Test
    void whatThePortKeepsIsWrittenAsInGitignore() {
        assertThatThrownBy(() -> renderer(PORT + "keep-files: [.circleci, '!a', /b]\n"))
                .hasMessage("""
                        overlays/port.yaml:10:25: 'keep-files' has other marks than *, ? and **
                          fix: give a path in the feedstock, with '*', '?' and '**'
                        overlays/port.yaml:10:31: 'keep-files' is no path below the feedstock's folder
                          fix: give a path in the feedstock, with '*', '?' and '**'""");
    }

    @Test
    void aKeyThatThePortKeepsHasToBePinned() {
        assertThatThrownBy(() -> renderer(PORT + "keep-keys: [c_compiler, c_compilr]\n"))
                .hasMessage(
                        "overlays/port.yaml:10:25: the pinnings have no key 'c_compilr'; did you mean 'c_compiler'?\n"
                                + "  fix: name a key of the pinnings, or take it out");
        assertThat(text(render(PORT + "keep-keys: [c_compiler]\n", ""), ".ci_support/linux_aarch64_.yaml"))
                .contains("c_compiler:\n- gcc\n");
    }

    private static List<String> images(String image, String overlay) {
        return images(PORT, image, overlay);
    }

    private static List<String> images(String port, String image, String overlay) {
        Pinnings pinnings = Pinnings.parse(
                "c_compiler:\n- gcc\n" + image.replaceFirst(".+", "docker_image:\n- $0\n"),
                "pinnings.yaml",
                FileTree.empty());
        String text = "overlay: 1\npackage: zlib\n" + overlay;
        return new Renderer(PortReader.read(port, "overlays/port.yaml"), pinnings, Templates.of(TEMPLATES))
                        .render(new Feedstock(Overlay.read(text, "overlays/zlib/overlay.yaml"), BASE, FileTree.empty()))
                        .problems()
                        .stream()
                        .map(problem -> problem.at() + ": " + problem.message() + "; " + problem.fix())
                        .toList();
    }

    @Test
    void anImageForOtherMachinesThanThoseThatBuildIsAnErrorWhereItIsNamed() {
        String arm = "quay.io/condaforge/linux-anvil-aarch64:alma9";
        String cross = "config: {build_platform: {linux_aarch64: linux_64}, provider: {linux_64: default}}\n";
        assertThat(images(arm, "")).isEmpty();
        assertThat(images(arm, cross))
                .containsExactly("pinnings.yaml:4:3: linux_aarch64_ is built on linux-64, and its image " + arm
                        + " is for aarch64; name an image for x86_64, or take build_platform out of conda-forge.yml");
        assertThat(images("condaforge/linux-anvil-comp7", ""))
                .containsExactly("pinnings.yaml:4:3: linux_aarch64_ is built on linux-aarch64, and its image"
                        + " condaforge/linux-anvil-comp7 is for x86_64; " + NAME_ONE);
        assertThat(images(arm, "settings: {docker: {image: amd64/debian}}\n"))
                .containsExactly("overlays/zlib/overlay.yaml:3:28: linux_aarch64_ is built on linux-aarch64, and its"
                        + " image amd64/debian is for x86_64; " + NAME_ONE);
        assertThat(images(arm, "config: {docker: {fallback_image: registry.invalid/mine-x86_64}}\n"))
                .isEmpty();
        assertThat(images("", "config: {docker: {fallback_image: registry.invalid/mine:x86_64}}\n"))
                .singleElement()
                .asString()
                .contains("registry.invalid/mine:x86_64 is for x86_64; name an image for aarch64");
    }

    @Test
    void aCrossBuildTakesThePackagesOwnImageAndNotThePorts() {
        String port = PORT.replace("providers: [ci]", "providers: [images]")
                + "settings: {docker: {image: archiconda/centos7-aarch64, packages: [a]}}\n";
        String cross = "config: {build_platform: {linux_aarch64: linux_64}, provider: {linux_64: default}}\n";
        assertThat(images(port, "", "")).isEmpty();
        assertThat(images(port, "", cross)).isEmpty();
        assertThat(images(port, "", cross + "settings: {docker: {image: mine/arm64}}\n"))
                .containsExactly("overlays/zlib/overlay.yaml:4:28: linux_aarch64_ is built on linux-64, and its image"
                        + " mine/arm64 is for aarch64; name an image for x86_64, or take build_platform out of"
                        + " conda-forge.yml");
        String templates = PORT.replace("providers: [ci]", "providers: [images]")
                + "settings: {docker: {image: own, packages: [a]}}\n";
        assertThat(text(render(templates, ""), "images.txt")).isEqualTo("own a\n");
        assertThat(text(render(templates, cross), "images.txt")).isEqualTo("none a\n");
        assertThat(text(render(templates, cross + "settings: {docker: {image: x}}\n"), "images.txt"))
                .isEqualTo("x a\n");
    }

    @Test
    void aMachineWithoutAnImageOfCondaForgesNeedsOneOfThePorts() {
        String port = PORT.replace("aarch64", "riscv64");
        assertThat(images(port, "", ""))
                .containsExactly(
                        "zlib-feedstock/conda-forge.yml: linux_riscv64_ is built on linux-riscv64, and its image"
                                + " quay.io/condaforge/linux-anvil-comp7 is for x86_64; "
                                + NAME_ONE.replace("aarch64", "riscv64"));
        assertThat(images(port + "settings: {docker: {image: mine, packages: [a]}}\n", "", ""))
                .isEmpty();
        assertThat(images(port, "", "pins: {c_compiler: [gcc, clang, icc]}\n"))
                .singleElement()
                .asString()
                .contains("linux_riscv64_c_compilerclang is built on linux-riscv64 (as 2 others are), and its image");
    }

    @Test
    void anImageWhoseNameSaysNoMachineMayBeForAny() {
        assertThat(images("registry.invalid:5000/arm/mine:7-arm", "")).isEmpty();
        assertThat(images("", "")).isEmpty();
        assertThat(images("condaforge/linux-anvil-comp7", "providers: []\n")).isEmpty();
    }

    @Test
    void anOverlaysProvidersReplaceThePorts() {
        Rendering rendering = render(PORT, "providers: [other]\n");
        assertThat(text(rendering, "other.txt")).isEqualTo("other\n");
        assertThat(rendering.tree().get("ci.txt")).isEmpty();
    }

    @Test
    void thePortsOwnFilesComeFromItsProvidersAndFromThoseOfOverlays() {
        assertThat(renderer(PORT).renderPort(List.of("other")).files().keySet())
                .extracting(TreePath::value)
                .containsExactly("other-port.txt", "port.txt");
        assertThat(renderer(PORT).renderPort(List.of()).get("port.txt").flatMap(TreeFile::text))
                .hasValue("Archiconda aarch64-conda_cos7-linux-gnu\n");
    }

    @Test
    void rulesComeBeforeTheOverlaysEdits() {
        Rendering rendering = render(PORT + """
                rules:
                  - insert-lines: build.sh
                    when: {file: build.sh}
                    at: start
                    lines: [set -ex]
                  - delete-file: bld.bat
                    when: {file: bld.bat}
                    why: not on this port
                """, """
                edits:
                  - replace-lines: build.sh
                    match: strip x
                    with: ["@binutils@-strip x  # @version@ on @target@"]
                    why: there is but one strip
                """);
        assertThat(text(rendering, "recipe/build.sh"))
                .isEqualTo("set -ex\naarch64-conda_cos7-linux-gnu-strip x  # 1.2 on linux-aarch64\n");
        assertThat(rendering.edits())
                .extracting(result -> result.edit().title())
                .containsExactly("insert-lines build.sh", "replace-lines build.sh");
    }

    @Test
    void anOverlaysPinsCountAfterThePinnings() {
        Rendering rendering = render(PORT, "pins: {c_compiler: [clang]}\n");
        assertThat(text(rendering, ".ci_support/linux_aarch64_.yaml")).contains("c_compiler:\n- clang\n");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Rendering rendering = render(PORT, """
                edits:
                  - delete-lines: build.sh
                    match: nothing
                    why: one
                  - delete-lines: build.bat
                    match: nothing
                    why: two
                """);
        assertThat(rendering.tree()).isEqualTo(FileTree.empty());
        assertThat(rendering.problems())
                .extracting(Problem::message)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("delete-lines build.sh: ANCHOR_MISSING: "),
                        second -> assertThat(second).startsWith("delete-lines build.bat: FILE_MISSING: "));
    }

    @Test
    void theSameInputsGiveTheSameTree() {
        assertThat(render(PORT, "")).isEqualTo(render(PORT, ""));
    }

    @Test
    void renderingWhatWasRenderedChangesOnlyWhatEditsChange() {
        FileTree once = render(PORT, "").tree();
        assertThat(once.folder("recipe")).isEqualTo(BASE.folder("recipe"));
    }
}
