package org.archirender.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.archirender.forge.PlainValues;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.workspace.TreeReader;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The repository's own templates/, rendered with the examples of the reference. */
class ShippedTemplatesTest {
    private static final Path FOLDER = Path.of("templates");
    static final Templates TEMPLATES = Templates.of(TreeReader.read(FOLDER, FOLDER));

    @TempDir
    Path temp;

    static FileTree feedstock() {
        return TEMPLATES.render(TEMPLATES.names(), TemplateScope.FEEDSTOCK, ExampleModel.feedstock());
    }

    /** With values of their own below {@code build}, {@code settings} and {@code config}; a null takes one away. */
    static FileTree feedstock(String build, String settings, String config) {
        Map<String, Object> model = ExampleModel.feedstock();
        merge(model, "build", build);
        merge(model, "settings", settings);
        merge(model, "config", config);
        return TEMPLATES.render(List.of("common", "docker", "github-actions"), TemplateScope.FEEDSTOCK, model);
    }

    @SuppressWarnings("unchecked") // a mapping of the example model
    private static void merge(Map<String, Object> model, String name, String yaml) {
        Map<String, Object> merged = new LinkedHashMap<>((Map<String, Object>) model.get(name));
        YamlReader.read("{" + yaml + "}", name)
                .map(PlainValues::of)
                .ifPresent(values -> ((Map<String, Object>) values).forEach((key, value) -> {
                    merged.put(key, value);
                    merged.values().remove("");
                }));
        model.put(name, merged);
    }

    static FileTree port() {
        return TEMPLATES.render(TEMPLATES.names(), TemplateScope.PORT, ExampleModel.port());
    }

    static void write(FileTree tree, Path folder) throws IOException {
        for (Map.Entry<TreePath, TreeFile> entry : tree.files().entrySet()) {
            Path path = folder.resolve(entry.getKey().value());
            Files.createDirectories(path.getParent());
            Files.write(path, entry.getValue().bytes());
            assertThat(path.toFile().setExecutable(entry.getValue().executable()))
                    .isTrue();
        }
    }

    static Map<String, Object> variant(String name, Map<String, List<String>> values) {
        return Map.of("name", name, "file", ".ci_support/" + name + ".yaml", "values", values);
    }

    private static String text(FileTree tree, String path) {
        return tree.get(path).orElseThrow().text().orElseThrow();
    }

    @Test
    void everyProviderGivesWhatItsFolderShows() {
        assertThat(feedstock().files().keySet())
                .extracting(TreePath::value)
                .containsExactly(
                        ".ci_support/README",
                        ".gitattributes",
                        ".github/workflows/conda-build.yml",
                        ".gitignore",
                        ".scripts/build_steps.sh",
                        ".scripts/run_docker_build.sh",
                        "README.md",
                        "build-locally.sh",
                        "shippable.yml");
        assertThat(port().files().keySet())
                .extracting(TreePath::value)
                .containsExactly(
                        "image/Dockerfile",
                        "image/README.md",
                        "image/build-image.sh",
                        "installer/LICENSE.txt",
                        "installer/README.md",
                        "installer/construct.yaml");
    }

    @Test
    void aFeedstockThatSkipsTheTargetGetsNoBuilds() {
        Map<String, Object> model = ExampleModel.feedstock();
        model.put("variants", List.of());
        model.put("absence", "every variant is skipped");
        FileTree tree = TEMPLATES.render(TEMPLATES.names(), TemplateScope.FEEDSTOCK, model);
        assertThat(tree.files().keySet())
                .extracting(TreePath::value)
                .containsExactly(".gitattributes", ".gitignore", "README.md");
        assertThat(text(tree, "README.md")).contains("None: every variant is skipped.");
    }

    @Test
    void aReadmeSaysThatItsBaseWasWrittenFromFacts() {
        String sentence =
                "\nThe recipe that this begins with was written from facts about upstream's, and is not upstream's own.\n";
        assertThat(text(feedstock(), "README.md")).doesNotContain("from facts");
        Map<String, Object> model = ExampleModel.feedstock();
        merge(model, "feedstock", "written: true");
        assertThat(text(TEMPLATES.render(List.of("common"), TemplateScope.FEEDSTOCK, model), "README.md"))
                .contains(sentence);
    }

    @Test
    void shippableHasAnEntryForEveryVariantAndSendsNoMail() {
        Map<String, Object> model = ExampleModel.feedstock();
        model.put(
                "variants",
                List.of(
                        variant("linux_aarch64_python3.6", Map.of("channel_sources", List.of("archiarm, c4aarch64,"))),
                        variant("linux_aarch64_python3.7", Map.of())));
        String text = text(TEMPLATES.render(List.of("shippable"), TemplateScope.FEEDSTOCK, model), "shippable.yml");
        assertThat(text)
                .contains("  nodePool: shippable_shared_aarch64\n")
                .contains("    - CONFIG=linux_aarch64_python3.6\n    - CONFIG=linux_aarch64_python3.7\n")
                .contains("    image_name: arm64v8/ubuntu\n    image_tag: \"18.04\"\n")
                .contains("- conda config --set add_pip_as_python_dependency false\n")
                .contains(
                        "- conda config --add channels \"c4aarch64\"\n    - conda config --add channels \"archiarm\"\n")
                .contains("- env -u BINSTAR_TOKEN conda build -m \".ci_support/${CONFIG}.yaml\" recipe\n")
                .contains("      on_success: never\n")
                .doesNotContain("secure");
    }

    @Test
    void whatIsGeneratedIsMarkedForReviewers() {
        assertThat(text(feedstock(), ".gitattributes"))
                .contains("\n.github/workflows/conda-build.yml linguist-generated=true\n")
                .contains("\n.ci_support/*.yaml linguist-generated=true\n");
    }

    @Test
    void noWordOfAnArchitectureIsWiredIntoATemplate() {
        TreeReader.read(FOLDER, FOLDER)
                .files()
                .forEach((path, file) -> assertThat(file.text()
                                .orElseThrow()
                                .lines()
                                .filter(line -> line.matches(".*(aarch64|arm64|x86|riscv).*")))
                        .as(path.value())
                        .isEmpty());
    }

    @Test
    void anotherPortNeedsNoOtherTemplates() {
        Map<String, Object> model = ExampleModel.feedstock();
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("subdir", "linux-riscv64");
        target.put("key", "linux_riscv64");
        target.put("os", "linux");
        for (String name : List.of("arch", "machine", "qemu")) {
            target.put(name, "riscv64");
        }
        target.put("docker", "linux/riscv64");
        model.put("target", target);
        FileTree tree = TEMPLATES.render(List.of("common", "docker"), TemplateScope.FEEDSTOCK, model);
        assertThat(text(tree, "build-locally.sh")).contains("/.ci_support/linux_riscv64_*.yaml");
        assertThat(text(tree, ".scripts/run_docker_build.sh")).contains("[ \"$(uname -m)\" = riscv64 ]");
    }

    @Test
    void theReadmeHasTheBadgesOfTheProvidersThatBuild() {
        Map<String, Object> model = ExampleModel.feedstock();
        model.put("providers", List.of("common", "shippable"));
        assertThat(text(TEMPLATES.render(List.of("common"), TemplateScope.FEEDSTOCK, model), "README.md"))
                .contains("(https://api.shippable.com/projects/5c263e72/badge?branch=aarch64)")
                .doesNotContain("actions/workflows", "build-locally.sh");
        model.put("providers", List.of("github-actions", "docker"));
        model.put("config", Map.of());
        assertThat(text(TEMPLATES.render(List.of("common"), TemplateScope.FEEDSTOCK, model), "README.md"))
                .contains("zlib-feedstock/actions/workflows/conda-build.yml/badge.svg?branch=aarch64)")
                .contains("./build-locally.sh linux_aarch64_python3.6\n")
                .doesNotContain("shippable");
    }

    @Test
    void theSameBytesComeOutInEveryLocaleAndTimeZone() {
        FileTree here = feedstock();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(feedstock()).isEqualTo(here);
            Locale.setDefault(Locale.forLanguageTag("tr"));
            Templates again = Templates.of(TreeReader.read(FOLDER, FOLDER));
            assertThat(again.render(again.names(), TemplateScope.FEEDSTOCK, ExampleModel.feedstock()))
                    .isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void shippableReadsTheTokenAsItHasEncryptedItItself() {
        Map<String, Object> model = ExampleModel.feedstock();
        model.put("config", Map.of("shippable", Map.of("secure", Map.of("BINSTAR_TOKEN", "bkTd+/w=="))));
        assertThat(text(TEMPLATES.render(List.of("shippable"), TemplateScope.FEEDSTOCK, model), "shippable.yml"))
                .contains("""
                          global:
                            # BINSTAR_TOKEN=… as Shippable has encrypted it for this organisation.
                            - secure: "bkTd+/w=="
                          matrix:
                        """);
    }

    @Test
    void shippableTakesThePortsOwnImageAsItIsAndLeavesTestsOutWhereThePackageSaysSo() {
        Map<String, Object> model = ExampleModel.feedstock();
        model.put(
                "settings",
                Map.of(
                        "docker", Map.of("image", "archiconda/centos7:builder"),
                        "installer", Map.of("prefix", "/root/archiconda3"),
                        "shippable", Map.of("pool", "shared", "image", "archiconda/centos7", "tag", "builder"),
                        "test", false));
        assertThat(text(TEMPLATES.render(List.of("shippable"), TemplateScope.FEEDSTOCK, model), "shippable.yml"))
                .contains("    image_name: archiconda/centos7\n    image_tag: \"builder\"\n")
                .contains("conda build --no-test -m \".ci_support/${CONFIG}.yaml\" recipe\n")
                .contains("conda build -m \".ci_support/${CONFIG}.yaml\" recipe --output)")
                .doesNotContain("apt-get", "curl", "conda install", "export PATH");
    }

    /** port.yaml of this repository says all that its templates ask for. */
    @Test
    void theShippedPortRenders() throws IOException {
        YamlNode port = YamlReader.read(Files.readString(Path.of("overlays/port.yaml")), "overlays/port.yaml")
                .orElseThrow();
        Object settings =
                PlainValues.of(((YamlNode.Mapping) port).get("settings").orElseThrow());
        Map<String, Object> model = ExampleModel.port();
        model.put("settings", settings);
        FileTree tree = TEMPLATES.render(TEMPLATES.names(), TemplateScope.PORT, model);
        assertThat(text(tree, "installer/construct.yaml")).contains("  - conda 4.5.12\n");
        assertThat(text(tree, "installer/LICENSE.txt"))
                .contains("Redistribution and use")
                .endsWith("DAMAGE.\n");
        assertThat(text(tree, "image/Dockerfile")).contains("      xorg-x11-server-Xvfb \\\n && yum clean all\n");
        Map<String, Object> feedstock = ExampleModel.feedstock();
        feedstock.put("settings", settings);
        assertThat(TEMPLATES
                        .render(TEMPLATES.names(), TemplateScope.FEEDSTOCK, feedstock)
                        .files())
                .isNotEmpty();
    }

    @Test
    @SuppressWarnings("unchecked") // mappings of the example model
    void theImageOfAReleaseThatHasLeftItsMirrorsCanStillBeBuilt() {
        Map<String, Object> model = ExampleModel.port();
        assertThat(text(port(), "image/Dockerfile")).doesNotContain("mirrorlist");
        Map<String, Object> settings = new LinkedHashMap<>((Map<String, Object>) model.get("settings"));
        Map<String, Object> docker = new LinkedHashMap<>((Map<String, Object>) settings.get("docker"));
        docker.put("mirror", "http://vault.example");
        settings.put("docker", docker);
        model.put("settings", settings);
        assertThat(text(TEMPLATES.render(List.of("docker"), TemplateScope.PORT, model), "image/Dockerfile"))
                .contains("|baseurl=http://vault.example|' /etc/yum.repos.d/*.repo\n");
    }

    @Test
    void shellcheckFindsNothing() throws Exception {
        write(feedstock(), temp.resolve("feedstock"));
        write(port(), temp.resolve("port"));
        for (String install : List.of("conda", "mamba", "micromamba", "pixi")) {
            for (String build : List.of("mode: cross", "tool: rattler-build", "tool: mambabuild")) {
                String forms = "conda_build: {pkg_format: 2}, test: native, conda_install_tool: " + install;
                write(
                        feedstock(build, "docker: '', installer: ''", forms),
                        temp.resolve(install + "/" + build.replace(": ", "-")));
            }
        }
        List<String> command = new ArrayList<>(List.of("shellcheck"));
        try (Stream<Path> paths = Files.walk(temp)) {
            paths.filter(path -> path.toString().endsWith(".sh"))
                    .sorted()
                    .forEach(path -> command.add(path.toString()));
        }
        assertThat(command).hasSizeGreaterThanOrEqualTo(41);
        assertNoComplaint(command);
    }

    @Test
    void yamllintFindsNothing() throws Exception {
        write(feedstock(), temp);
        write(port(), temp);
        assertNoComplaint(List.of(
                "yamllint",
                "--strict",
                "-c",
                Path.of(".ci/yamllint.yaml").toAbsolutePath().toString(),
                temp.toString()));
    }

    private static void assertNoComplaint(List<String> command) throws IOException, InterruptedException {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command.get(0))));
        assumeTrue(there, () -> "skipped: no " + command.get(0) + " on the PATH");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).isEmpty();
        assertThat(process.exitValue()).isZero();
    }
}
