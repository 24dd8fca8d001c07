package org.archirender.forge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.text.NearMiss;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlReader;

/**
 * What a conda-forge.yml says in vain: keys that nobody reads, values that conda-smithy (2026.8) does not take, keys that
 * stand twice. Nothing here keeps a feedstock from being rendered, since upstream's old files have words of their time.
 */
public final class ForgeConfigCheck {
    /** Top-level keys, today's first, then those of older releases that files still have. */
    private static final List<String> KEYS = words("appveyor azure bot build_platform channel_priority choco circle"
            + " clone_depth compiler_stack conda_build conda_build_tool conda_forge_output_validation conda_install_tool"
            + " conda_solver config_version docker drone exclusive_config_file github github_actions"
            + " idle_timeout_minutes linter max_py_ver max_r_ver min_py_ver min_r_ver noarch_platforms os_version package"
            + " private_upload provider recipe_dir remote_ci_setup secrets shellcheck skip_render templates test"
            + " test_on_native_only travis upload_on_branch woodpecker workflow_settings"
            + " build_with_mambabuild channels matrix max_python_ver remote_ci_setup_update timeout_minutes");

    private static final List<String> PLATFORMS = words("emscripten_wasm32 freebsd_64 linux_32 linux_64 linux_aarch64"
            + " linux_armv6l linux_armv7l linux_ppc64 linux_ppc64le linux_riscv64 linux_s390x osx_64 osx_arm64"
            + " wasi_wasm32 win_32 win_64 win_arm64 zos_z");
    private static final List<String> SYSTEMS = words("linux osx win");

    /** What says that nothing is meant. */
    private static final List<String> OFF = List.of("", "None", "null", "~", "false", "False");

    private final Collection<String> others;
    private final List<Problem> problems = new ArrayList<>();

    private ForgeConfigCheck(Collection<String> others) {
        this.others = others;
    }

    /**
     * Everything of that kind in {@code config}.
     *
     * @param others top-level keys that somebody else reads, such as a port's templates
     */
    public static List<Problem> of(Mapping config, Collection<String> others) {
        ForgeConfigCheck check = new ForgeConfigCheck(others);
        check.twice("", config);
        config.entries().forEach(check::key);
        return List.copyOf(check.problems);
    }

    /** The same of a conda-forge.yml's text; of one that can't be read its reader tells. */
    public static List<Problem> of(String text, String file, Collection<String> others) {
        try {
            return YamlReader.read(text, file).orElse(null) instanceof Mapping mapping
                    ? of(mapping, others)
                    : List.of();
        } catch (InputException e) {
            return List.of();
        }
    }

    private void key(Entry entry) {
        String key = entry.key().text();
        if (!KEYS.contains(key) && !others.contains(key)) {
            unknown(entry.key(), "conda-forge.yml has no key '" + key + "'", KEYS);
        } else if (below(key).isEmpty()) {
            values(key, entry.value());
        } else {
            nested(key, entry.value());
        }
    }

    /** The keys below {@code key}; empty where it takes any, or none. */
    private static List<String> below(String key) {
        return switch (key) {
            case "build_platform", "os_version" -> PLATFORMS;
            case "docker" -> words("command executable fallback_image image interactive run_args");
            case "github" -> words("branch_name repo_name tooling_branch_name user_or_org");
            case "provider" -> both(SYSTEMS, PLATFORMS);
            case "shellcheck" -> words("enabled");
            default -> List.of();
        };
    }

    /** The values that {@code key}, or a key below it, takes; empty where it takes any. */
    private static List<String> taken(String key) {
        return switch (key) {
            case "build_platform", "noarch_platforms" -> PLATFORMS;
            case "channel_priority" -> words("strict flexible disabled");
            case "conda_build_tool" ->
                words("conda-build conda-build+classic conda-build+conda-libmamba-solver mambabuild rattler-build");
            case "conda_install_tool" -> words("conda mamba micromamba pixi");
            case "conda_solver" -> words("libmamba classic");
            case "os_version" -> words("alma10 alma8 alma9 cos6 cos7 rocky10 ubi8");
            case "provider" -> CiServices.words();
            case "test" -> words("all native native_and_emulated");
            default -> List.of();
        };
    }

    private void nested(String key, YamlNode node) {
        if (!(node instanceof Mapping mapping)) {
            return; // told where the file is read
        }
        List<String> known = below(key);
        for (Entry entry : mapping.entries()) {
            if (!known.contains(entry.key().text())) {
                unknown(entry.key(), key + " has no key '" + entry.key().text() + "'", known);
            } else {
                values(key, entry.value());
            }
        }
    }

    private void values(String key, YamlNode node) {
        List<String> known = taken(key);
        for (YamlNode value : node.asList()) {
            if (!known.isEmpty()
                    && value instanceof Scalar scalar
                    && !known.contains(scalar.text())
                    && !OFF.contains(scalar.text())) {
                unknown(scalar, key + " is '" + scalar.text() + "', which means nothing there", known);
            }
        }
    }

    private void twice(String above, Mapping mapping) {
        Set<String> seen = new HashSet<>();
        for (Entry entry : mapping.entries()) {
            String key = above + entry.key().text();
            if (!seen.add(key)) {
                problems.add(new Problem(
                        entry.key().at(), "'" + key + "' is there a second time: the last one counts", "keep one"));
            }
            if (entry.value() instanceof Mapping inner) {
                twice(key + "/", inner);
            }
        }
    }

    private void unknown(Scalar word, String message, List<String> known) {
        List<NearMiss> near = NearMiss.of(word.text().replace('-', '_'), known);
        problems.add(new Problem(
                word.at(),
                NearMiss.behind(message, near),
                known == KEYS ? "correct it, or take it out" : "there is " + String.join(", ", known)));
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.of(some, others).flatMap(List::stream).toList();
    }
}
