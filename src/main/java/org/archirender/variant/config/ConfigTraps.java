package org.archirender.variant.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.conda.Platform;
import org.archirender.forge.ForgeConfig;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.selector.SelectedText;
import org.archirender.selector.SelectorNames;
import org.archirender.text.NearMiss;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/**
 * What a conda_build_config.yaml or a migration says in vain, or otherwise than it looks: conda-build reads it without a
 * word, and so do we.
 */
public final class ConfigTraps {
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]++\\]\\s*+$");

    /** Variables that conda-smithy sets for some feedstocks only. */
    private static final List<String> SOMETIMES = List.of("CF_CUDA_ENABLED", "DEFAULT_LINUX_VERSION");

    private static final List<String> NO_PINS =
            List.of("__migrator", "migrator_ts", "pin_run_as_build", "replacements", "zip_keys");

    private final String file;
    private final List<Problem> traps = new ArrayList<>();

    private ConfigTraps(String file) {
        this.file = file;
    }

    /**
     * Each of them in {@code text}, where it can be read: lists in brackets and names in selectors that are none, line by
     * line; then keys that stand twice for {@code target}, and channels that are none.
     *
     * @param file as the user knows it
     * @param pinned the keys of the pinnings, which selectors may mean though none is known where they are read
     */
    public static List<Problem> of(String text, String file, Platform target, Collection<String> pinned) {
        ConfigTraps found = new ConfigTraps(file);
        ConfigEnvironment environment = ConfigEnvironment.of(target, ForgeConfig.read("", file), "");
        found.lines(text, environment, pinned);
        root(text, file, environment).ifPresent(root -> {
            found.twice("", root);
            root.get("channel_targets").ifPresent(found::channels);
        });
        return List.copyOf(found.traps);
    }

    /**
     * The keys that a migration sets and {@code pinned} has not: it changes nothing of what anybody builds with.
     *
     * @param pinned the keys of the pinnings
     */
    public static List<Problem> ofMigration(String text, String file, Platform target, Collection<String> pinned) {
        ConfigEnvironment environment = ConfigEnvironment.of(target, ForgeConfig.read("", file), "");
        List<Scalar> keys = root(text, file, environment).stream()
                .flatMap(root -> root.entries().stream())
                .map(Entry::key)
                .filter(key -> !NO_PINS.contains(key.text()))
                .toList();
        return keys.stream().anyMatch(key -> pinned.contains(key.text()))
                ? List.of()
                : keys.stream()
                        .map(key -> new Problem(
                                key.at(),
                                NearMiss.behind(
                                        "the migration sets '" + key.text() + "', which pinnings.yaml has not",
                                        NearMiss.of(key.text(), pinned)),
                                "correct it, pin it there, or delete the migration"))
                        .toList();
    }

    /** What it says for {@code environment}; of a text that can't be read its reader tells. */
    private static Optional<Mapping> root(String text, String file, ConfigEnvironment environment) {
        try {
            return ConfigText.read(SelectedText.of(text), file, environment)
                    .filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast);
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private void lines(String text, ConfigEnvironment environment, Collection<String> pinned) {
        SortedSet<String> known = new TreeSet<>(environment.names().keySet());
        known.addAll(SOMETIMES);
        known.addAll(pinned);
        List<SelectedText.Line> selected = SelectedText.of(text).lines();
        List<String> lines = KeyFinder.lines(text);
        for (int i = 0; i < Math.min(lines.size(), selected.size()); i++) {
            String line = lines.get(i);
            SelectedText.Line read = selected.get(i);
            if (read.selector().isEmpty()) {
                continue;
            }
            Matcher brackets = BRACKETS.matcher(line);
            if (brackets.find() && line.lastIndexOf('#', brackets.start()) < 0) {
                trap(
                        at(i, line, brackets.start()),
                        brackets.group().strip() + " at the end of the line is read as a selector",
                        "write the list below, a line a value");
            } else {
                String selector = read.selector().get().text();
                for (String name : SelectorNames.unknownIn(selector, known)) {
                    trap(
                            at(i, line, read.column()),
                            NearMiss.behind(
                                    "the selector [" + selector + "] has the unknown name '" + name
                                            + "', which is false everywhere",
                                    NearMiss.of(name, known)),
                            "correct it, or take the line out");
                }
            }
        }
    }

    private Location at(int line, String text, int column) {
        return new Location(file, line + 1, text.codePointCount(0, Math.min(column, text.length())) + 1);
    }

    private void twice(String above, Mapping mapping) {
        Set<String> seen = new HashSet<>();
        for (Entry entry : mapping.entries()) {
            String key = above + entry.key().text();
            if (!seen.add(key)) {
                trap(entry.key().at(), "'" + key + "' is there a second time: the last one counts", "keep one");
            }
            if (entry.value() instanceof Mapping inner) {
                twice(key + "/", inner);
            }
        }
    }

    private void channels(YamlNode targets) {
        for (YamlNode target : targets.asList()) {
            if (target instanceof Scalar scalar
                    && !scalar.isNull()
                    && scalar.text().strip().split("\\s+", -1).length != 2) {
                trap(
                        scalar.at(),
                        "channel_targets has '" + scalar.text() + "', which is no channel and label",
                        "write it as in 'conda-forge main'");
            }
        }
    }

    private void trap(Location at, String message, String fix) {
        traps.add(new Problem(at, message, fix));
    }
}
