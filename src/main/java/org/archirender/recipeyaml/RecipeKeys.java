package org.archirender.recipeyaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.problem.Problem;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/** Which keys a recipe.yaml has, level by level (the parsers of rattler-build's recipe crate), and which it must have. */
final class RecipeKeys {
    /** What is below is the recipe's own matter. */
    private static final Level FREE = new Level("", false, new LinkedHashMap<>());

    /** A value, or a list of values and conditionals. */
    private static final Level VALUES = new Level("", true, new LinkedHashMap<>());

    private static final List<String> CONDITIONAL = List.of("if", "then", "else");

    /**
     * A mapping of the recipe.
     *
     * @param owner how messages call it
     * @param conditional whether conditionals may stand for it
     * @param keys what it has, each with what is below
     */
    private record Level(String owner, boolean conditional, Map<String, Level> keys) {
        static Level of(String owner, String... keys) {
            Map<String, Level> below = new LinkedHashMap<>();
            List.of(keys).forEach(key -> below.put(key, VALUES));
            return new Level(owner, false, below);
        }

        boolean isFree() {
            return !conditional && keys.isEmpty();
        }

        Level with(String key, Level below) {
            Map<String, Level> all = new LinkedHashMap<>(keys);
            all.put(key, below);
            return new Level(owner, conditional, all);
        }

        Level listed() {
            return new Level(owner, true, keys);
        }
    }

    private static final Level FILES = Level.of("files", "include", "exclude");

    private static final Level SOURCE = Level.of(
                    "a source",
                    "url",
                    "sha256",
                    "md5",
                    "git",
                    "rev",
                    "tag",
                    "branch",
                    "depth",
                    "lfs",
                    "submodules",
                    "expected_commit",
                    "path",
                    "use_gitignore",
                    "file_name",
                    "patches",
                    "target_directory")
            .with("filter", FILES)
            .listed();

    private static final Level SCRIPT = Level.of("script", "interpreter", "content", "file", "cwd", "secrets")
            .with("env", FREE)
            .listed();

    private static final Level BUILD = Level.of(
                    "build",
                    "number",
                    "string",
                    "noarch",
                    "skip",
                    "flags",
                    "always_include_files",
                    "always_copy_files",
                    "merge_build_and_host_envs")
            .with("script", SCRIPT)
            .with("variant", Level.of("variant", "use_keys", "ignore_keys", "down_prioritize_variant"))
            .with(
                    "python",
                    Level.of(
                            "python",
                            "entry_points",
                            "skip_pyc_compilation",
                            "use_python_app_entrypoint",
                            "version_independent",
                            "site_packages_path"))
            .with("files", FILES)
            .with(
                    "dynamic_linking",
                    Level.of(
                            "dynamic_linking",
                            "rpaths",
                            "binary_relocation",
                            "missing_dso_allowlist",
                            "rpath_allowlist",
                            "overdepending_behavior",
                            "overlinking_behavior"))
            .with("prefix_detection", FREE)
            .with("post_process", FREE);

    private static final Level STAGING_REQUIREMENTS = Level.of("requirements of a staging output", "build", "host")
            .with("ignore_run_exports", Level.of("ignore_run_exports", "by_name", "from_package"));

    private static final Level REQUIREMENTS = Level.of("requirements", "build", "host", "run", "run_constraints")
            .with("extras", FREE)
            .with(
                    "run_exports",
                    Level.of("run_exports", "weak", "strong", "noarch", "weak_constraints", "strong_constraints")
                            .listed())
            .with("ignore_run_exports", Level.of("ignore_run_exports", "by_name", "from_package"));

    private static final Level TESTS = Level.of("a test", "downstream")
            .with("python", Level.of("python", "imports", "pip_check", "python_version"))
            .with("script", SCRIPT)
            .with("requirements", Level.of("requirements of a test", "run", "build"))
            .with("files", Level.of("files of a test", "source", "recipe"))
            .with("package_contents", FREE)
            .with("perl", Level.of("perl", "uses"))
            .with("r", Level.of("r", "libraries"))
            .with("ruby", Level.of("ruby", "requires"))
            .listed();

    private static final Level ABOUT = Level.of(
            "about",
            "homepage",
            "license",
            "license_file",
            "license_family",
            "summary",
            "description",
            "documentation",
            "repository");

    private static final Level COMMON = Level.of("a recipe.yaml", "schema_version")
            .with("context", FREE)
            .with("source", SOURCE)
            .with("build", BUILD)
            .with("tests", TESTS)
            .with("about", ABOUT)
            .with("extra", FREE)
            .with("$schema", FREE);

    private static final Level ONE_PACKAGE =
            COMMON.with("package", Level.of("package", "name", "version")).with("requirements", REQUIREMENTS);

    private static final Level STAGING = Level.of("a staging output")
            .with("staging", Level.of("staging", "name"))
            .with("source", SOURCE)
            .with("requirements", STAGING_REQUIREMENTS)
            .with("build", Level.of("build of a staging output").with("script", SCRIPT));

    private static final Level OUTPUT = Level.of("an output")
            .with("package", Level.of("package", "name", "version"))
            .with("inherit", Level.of("inherit", "from", "run_exports"))
            .with("source", SOURCE)
            .with("requirements", REQUIREMENTS)
            .with("build", BUILD)
            .with("about", ABOUT)
            .with("tests", TESTS);

    private static final Level OUTPUTS =
            COMMON.with("recipe", Level.of("recipe", "name", "version")).with("outputs", FREE);

    private final List<Problem> problems;

    private RecipeKeys(List<Problem> problems) {
        this.problems = problems;
    }

    /** Adds what is wrong with the keys of the recipe {@code root} to {@code problems}. */
    static void check(Mapping root, List<Problem> problems) {
        RecipeKeys keys = new RecipeKeys(problems);
        Optional<YamlNode> outputs = root.get("outputs");
        if (outputs.isEmpty()) {
            keys.mapping(root, ONE_PACKAGE);
            keys.need(root, "package", "the recipe", "add package: with name: and version:");
            root.get("package").ifPresent(head -> {
                keys.need(head, "name", "package", "add name:");
                keys.need(head, "version", "package", "add version:");
            });
            return;
        }
        keys.mapping(root, OUTPUTS);
        boolean versioned = root.get("recipe")
                .filter(recipe ->
                        recipe instanceof Mapping head && head.get("version").isPresent())
                .isPresent();
        outputs.get().asList().forEach(output -> keys.output(output, versioned));
    }

    private void output(YamlNode node, boolean versioned) {
        if (!(node instanceof Mapping output)) {
            problems.add(
                    new Problem(node.at(), "an output is a mapping, and this is " + node.kind(), "write package:"));
        } else if (output.get("if").isPresent()) {
            problems.add(new Problem(
                    node.at(), "outputs has no conditionals", "write the output, with build: and skip: below it"));
        } else if (output.get("staging").isPresent()) {
            mapping(output, STAGING);
            output.get("staging").ifPresent(head -> need(head, "name", "staging", "add name:"));
        } else {
            mapping(output, OUTPUT);
            need(output, "package", "the output", "add package: with name:, or staging:");
            output.get("package").ifPresent(head -> {
                need(head, "name", "package", "add name:");
                if (!versioned) {
                    need(head, "version", "package", "add version:, here or below recipe:");
                }
            });
        }
    }

    private void need(YamlNode node, String key, String owner, String fix) {
        if (node instanceof Mapping mapping && mapping.get(key).isEmpty()) {
            problems.add(new Problem(node.at(), owner + " has no " + key, fix));
        }
    }

    private void check(YamlNode node, Level level) {
        if (level.isFree()) {
            return;
        }
        Runnable found = node.match(
                scalar -> () -> {},
                list -> () -> list.items().forEach(item -> check(item, level.listed())),
                mapping -> level.conditional() && mapping.get("if").isPresent()
                        ? () -> conditional(mapping, level)
                        : () -> mapping(mapping, level));
        found.run();
    }

    private void conditional(Mapping mapping, Level level) {
        need(mapping, "then", "the conditional", "add then:, with what holds where the condition is true");
        mapping.entries().stream()
                .map(Entry::key)
                .filter(key -> !CONDITIONAL.contains(key.text()))
                .forEach(key -> problems.add(key.unknown("a conditional has no", CONDITIONAL)));
        for (String branch : List.of("then", "else")) {
            mapping.get(branch).ifPresent(value -> check(value, level));
        }
    }

    private void mapping(Mapping mapping, Level level) {
        if (level.keys().isEmpty()) {
            problems.add(new Problem(
                    mapping.at(), "a mapping stands where a value is meant", "write a value, or if: with then:"));
            return;
        }
        for (Entry entry : mapping.entries()) {
            Scalar key = entry.key();
            Level below = level.keys().get(key.text());
            if (below != null) {
                check(entry.value(), below);
            } else {
                List<String> known = List.copyOf(level.keys().keySet());
                problems.add(
                        refused(key, level.owner()).orElseGet(() -> key.unknown(level.owner() + " has no", known)));
            }
        }
    }

    /** What rattler-build knows and conda-forge does not take. */
    private static Optional<Problem> refused(Scalar key, String owner) {
        String why = switch (key.text()) {
            case "cache" -> "which became a staging output";
            case "steps", "attestation" -> "which is experimental in rattler-build";
            default -> "";
        };
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(key.at(), owner + " has '" + key.text() + "', " + why, "do without it"));
    }
}
