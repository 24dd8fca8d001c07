package org.archirender.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.forge.PlainValues;
import org.archirender.template.Scripts.Outcome;
import org.archirender.yaml.YamlReader;

/** The first job of a generated workflow, run on a {@link Machine} as GitHub runs it: steps, conditions, environments. */
final class WorkflowRun {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (.*?) }}");

    private final Machine machine;
    private final Map<String, Object> workflow;
    private final Map<String, String> expressions = new HashMap<>();

    /** The names of the steps that ran, programs and actions. */
    final List<String> steps = new ArrayList<>();

    private boolean failed;

    /**
     * A run on GitHub.
     *
     * @param event such as {@code push}
     * @param branch that the event is about
     */
    WorkflowRun(Machine machine, String event, String branch) throws IOException {
        this.machine = machine;
        this.workflow = mapping(PlainValues.of(YamlReader.read(
                        Files.readString(machine.feedstock.resolve(".github/workflows/conda-build.yml")), "workflow")
                .orElseThrow()));
        boolean pull = event.equals("pull_request");
        expressions.put("github.event_name == 'pull_request' && 'True' || 'False'", pull ? "True" : "False");
        expressions.put("github.event_name == 'pull_request'", String.valueOf(pull));
        boolean own = branch.equals(mapping(workflow, "env").get("UPLOAD_ON_BRANCH"));
        expressions.put(
                "github.event_name != 'pull_request' && github.ref_name == env.UPLOAD_ON_BRANCH",
                String.valueOf(!pull && own));
        expressions.put("secrets.BINSTAR_TOKEN", pull ? "" : "hidden");
        expressions.put("github.run_id", "42");
        expressions.put("github.server_url", "https://github.com");
        expressions.put("github.repository", "Archiconda/zlib-feedstock");
        expressions.put("github.sha", "c0ffee");
        expressions.put("runner.temp", "/temp");
        mapping(rows().get(0)).forEach((key, value) -> expressions.put("matrix." + key, String.valueOf(value)));
    }

    /** The rows of the matrix. */
    List<?> rows() {
        return (List<?>) value(mapping(mapping(job(), "strategy"), "matrix"), "include");
    }

    Map<String, Object> job() {
        return mapping(mapping(workflow, "jobs"), "build");
    }

    Map<String, Object> workflow() {
        return workflow;
    }

    /** The steps, in their order. */
    List<Map<String, Object>> written() {
        return ((List<?>) value(job(), "steps"))
                .stream().map(WorkflowRun::mapping).toList();
    }

    /** Runs them; the exit code of the one that failed, or 0. */
    int run() throws IOException, InterruptedException {
        int code = 0;
        for (Map<String, Object> step : written()) {
            if (!holds(step)) {
                continue;
            }
            steps.add((String) value(step, "name"));
            if (step.get("run") instanceof String script) {
                Outcome outcome = run(step, script);
                failed = failed || outcome.code() != 0;
                code = code == 0 ? outcome.code() : code;
            }
        }
        return code;
    }

    private boolean holds(Map<String, Object> step) {
        if (!step.containsKey("if")) {
            return !failed;
        }
        String condition = (String) value(step, "if");
        return condition.equals("failure()")
                ? failed
                : !failed && computed(condition).equals("true");
    }

    private Outcome run(Map<String, Object> step, String script) throws IOException, InterruptedException {
        assertThat(script).as("a program").doesNotContain("${{");
        StringBuilder program = new StringBuilder("#!/bin/bash -e\nset -o pipefail\n");
        Map<String, Object> environment = new LinkedHashMap<>(mapping(workflow, "env"));
        environment.putAll(mapping(step.getOrDefault("env", Map.of())));
        environment.put(
                "RUNNER_TEMP", machine.feedstock.resolveSibling("runner").toString());
        environment.put("GITHUB_ACTIONS", "true");
        environment.forEach((name, value) -> program.append("export ")
                .append(name)
                .append("='")
                .append(text(String.valueOf(value)).replace("'", "'\\''"))
                .append("'\n"));
        program.append("mkdir -p \"$RUNNER_TEMP\"\ncd '")
                .append(machine.feedstock)
                .append("'\n")
                .append(script);
        Path file = Files.createTempFile(machine.feedstock.getParent(), "step", ".sh");
        Files.writeString(file, program);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return machine.scripts.run(file.toString());
    }

    /** A text with its expressions computed. */
    private String text(String text) {
        Matcher expression = EXPRESSION.matcher(text);
        return expression.replaceAll(found -> Matcher.quoteReplacement(computed(found.group(1))));
    }

    private String computed(String expression) {
        assertThat(expressions).as("expressions that a template writes").containsKey(expression);
        return expressions.getOrDefault(expression, "");
    }

    private static Object value(Map<String, Object> mapping, String key) {
        return Objects.requireNonNull(mapping.get(key), key);
    }

    static Map<String, Object> mapping(Map<String, Object> mapping, String key) {
        return mapping(value(mapping, key));
    }

    @SuppressWarnings("unchecked") // a mapping of plain data
    private static Map<String, Object> mapping(Object value) {
        return (Map<String, Object>) value;
    }
}
