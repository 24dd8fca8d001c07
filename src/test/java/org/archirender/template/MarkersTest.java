package org.archirender.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.archirender.problem.InputException;
import org.archirender.tree.FileTree;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values that would be programs somewhere, in every variable of the shipped templates: each is refused, or the files
 * that have it are run and it stays a value.
 */
class MarkersTest {
    private static final String WORKFLOW = ".github/workflows/conda-build.yml";
    private static final int SOME = 4;
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{.*?}}");

    /** PWNED is a file that no run may make. */
    private static final List<String> MARKERS = List.of(
            "x$(touch PWNED)",
            "x`touch PWNED`",
            "x'; touch PWNED; '",
            "x\"; touch PWNED; \"",
            "x; touch PWNED",
            "x\ntouch PWNED\n",
            "x\nUSAGE\ntouch PWNED\n",
            "x && touch PWNED #",
            "x}; touch PWNED; {",
            "x | touch PWNED",
            "--privileged",
            "${{ secrets.BINSTAR_TOKEN }}",
            "x' }}${{ secrets.BINSTAR_TOKEN }}",
            "x\"\n          - CONFIG: y\n            run: \"touch PWNED",
            "{{ cookiecutter }}",
            "[x](javascript:alert(1)) <script>alert(1)</script> @everyone",
            "x\r\n::set-env name=PATH::PWNED",
            "*/../../..");

    private static final List<String> PLACES = List.of(
            "feedstock.name",
            "feedstock.version",
            "feedstock.repo",
            "feedstock.commit",
            "target.key",
            "port.branch",
            "port.ownOrg",
            "port.channel",
            "build.tool",
            "build.recipe",
            "build.image",
            "settings.docker.image",
            "settings.docker.run_args",
            "settings.actions.runner",
            "settings.actions.timeout_minutes",
            "settings.installer.prefix",
            "settings.shippable.pool",
            "config.test",
            "config.conda_install_tool",
            "config.conda_build.pkg_format",
            "config.docker.run_args",
            "config.github_actions.timeout_minutes",
            "config.github_actions.max_parallel",
            "config.github_actions.artifact_retention_days",
            "config.github_actions.store_build_artifacts",
            "config.github_actions.free_disk_space",
            "config.workflow_settings.free_disk_space",
            "config.shippable.projectId",
            "config.shippable.secure.BINSTAR_TOKEN",
            "variant.docker_image",
            "variant.channel_sources",
            "variant.channel_targets",
            "variant.github_actions_labels");

    @TempDir
    Path temp;

    static Stream<String> places() {
        return PLACES.stream();
    }

    /** Every place with every {@value #SOME}th value, so that each value is somewhere; the scripts of each are run. */
    @ParameterizedTest
    @MethodSource("places")
    void someValuesBecomeNoPrograms(String place) throws Exception {
        noValueBecomesAProgram(place, PLACES.indexOf(place) % SOME, SOME);
    }

    @Tag("fuzz")
    @ParameterizedTest
    @MethodSource("places")
    void noValueBecomesAProgram(String place) throws Exception {
        noValueBecomesAProgram(place, 0, 1);
    }

    private void noValueBecomesAProgram(String place, int first, int step) throws Exception {
        FileTree usual = render(place, "usual").orElseThrow();
        for (int i = first; i < MARKERS.size(); i += step) {
            Path folder = Files.createDirectory(temp.resolve(String.valueOf(i)));
            Path pwned = folder.resolve("pwned");
            String value = MARKERS.get(i).replace("PWNED", pwned.toString());
            Optional<FileTree> tree = render(place, value);
            if (tree.isEmpty()) {
                continue;
            }
            assertThat(expressions(workflow(tree.get()))).as(value).isEqualTo(expressions(workflow(usual)));
            if (!scripts(tree.get()).equals(scripts(usual))) {
                run(folder, tree.get(), "channel_sources:\n- mine\n");
                assertThat(pwned).as(place + ": " + value).doesNotExist();
            }
        }
    }

    /** A variant file is read by the scripts, too: what stands there is no program either, whatever its quotes. */
    @Test
    void noValueOfAVariantFileBecomesAProgramOrAnOption() throws Exception {
        FileTree tree = ShippedTemplatesTest.feedstock("", "docker: '', installer: '', actions: ''", "");
        List<String> said = new ArrayList<>();
        for (String marker : MARKERS) {
            Path folder = Files.createTempDirectory(temp, "variant");
            Path pwned = folder.resolve("pwned");
            String value = marker.replace("PWNED", pwned.toString()).replace("\n", " ");
            String items = "%n- %s%n- '%s'%n- \"%s\"%n".formatted(value, value, value);
            said.add(run(
                    folder, tree, "channel_sources:" + items + "channel_targets:" + items + "docker_image:" + items));
            assertThat(pwned).as(value).doesNotExist();
        }
        assertThat(String.join("", said)).doesNotContain("<--privileged>");
    }

    private static Optional<FileTree> render(String place, String value) {
        Map<String, Object> model = ExampleModel.feedstock();
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (place.startsWith("variant.")) {
            values.put(place.substring("variant.".length()), List.of(value));
        } else {
            put(model, List.of(place.split("\\.", -1)), value);
        }
        if (place.startsWith("variant.") || place.startsWith("build.image")) {
            put(model, List.of("settings"), Map.of());
        }
        model.put("variants", List.of(ShippedTemplatesTest.variant("linux_aarch64_python3.6", values)));
        List<String> providers = Map.of().equals(model.get("settings"))
                ? List.of("common", "docker", "github-actions")
                : ShippedTemplatesTest.TEMPLATES.names();
        try {
            return Optional.of(ShippedTemplatesTest.TEMPLATES.render(providers, TemplateScope.FEEDSTOCK, model));
        } catch (InputException e) {
            assertThat(value).as("a usual value is taken: " + e.getMessage()).isNotEqualTo("usual");
            return Optional.empty();
        }
    }

    private static void put(Map<String, Object> model, List<String> path, Object value) {
        if (path.size() == 1) {
            model.put(path.get(0), value);
            return;
        }
        Map<String, Object> inner = new LinkedHashMap<>();
        if (model.get(path.get(0)) instanceof Map<?, ?> there) {
            there.forEach((key, old) -> inner.put(String.valueOf(key), old));
        }
        put(inner, path.subList(1, path.size()), value);
        model.put(path.get(0), inner);
    }

    /** Every script and every step, as far as they get. */
    private static String run(Path folder, FileTree tree, String variantFile) throws Exception {
        Machine machine = new Machine(Files.createTempDirectory(folder, "machine"), tree);
        machine.variant("linux_aarch64_python3.6", variantFile);
        machine.scripts.program("sudo", "#!/bin/sh\n");
        machine.scripts.set("BINSTAR_TOKEN", "hidden");
        for (String option : List.of("--help", "--print")) {
            machine.run("build-locally.sh", option);
        }
        machine.run(".scripts/run_docker_build.sh");
        machine.run(".scripts/run_docker_build.sh", "--upload");
        return String.join("\n", machine.docker());
    }

    private static String workflow(FileTree tree) {
        return tree.get(WORKFLOW).orElseThrow().text().orElseThrow();
    }

    private static List<String> scripts(FileTree tree) {
        return Stream.of(".scripts/build_steps.sh", ".scripts/run_docker_build.sh", "build-locally.sh")
                .map(path -> tree.get(path).orElseThrow().text().orElseThrow())
                .toList();
    }

    private static List<String> expressions(String workflow) {
        return EXPRESSION
                .matcher(workflow)
                .results()
                .map(found -> found.group())
                .sorted()
                .distinct()
                .toList();
    }
}
