package org.archirender.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.archirender.forge.ForgeConfig;
import org.archirender.forge.ForgeConfigCheck;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.Rule;
import org.archirender.overlay.edit.Edit;
import org.archirender.problem.Problem;
import org.archirender.template.Templates;
import org.archirender.text.NearMiss;
import org.archirender.variant.BuildMatrix;
import org.archirender.variant.Pinnings;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/** What a port's files say and nothing that is rendered uses. Nothing of it is wrong by the letter. */
public final class IdleInputs {
    private static final List<String> NO_VALUES = List.of("pin_run_as_build", "replacements", "zip_keys");

    private IdleInputs() {}

    /** The keys of {@code overlay}'s pins that no variant file of {@code matrix} has. */
    public static List<Problem> pins(Overlay overlay, BuildMatrix matrix) {
        SortedSet<String> used = new TreeSet<>();
        matrix.files().forEach(file -> used.addAll(file.values().keySet()));
        return matrix.files().isEmpty()
                ? List.of()
                : entries(overlay.pins())
                        .map(Entry::key)
                        .filter(key -> !used.contains(key.text()) && !NO_VALUES.contains(key.text()))
                        .map(key -> new Problem(
                                key.at(),
                                NearMiss.behind(
                                        "nothing in the recipe uses '" + key.text() + "', which is pinned here",
                                        NearMiss.of(key.text(), used)),
                                "correct it, or take it out"))
                        .toList();
    }

    /** The rules of {@code port} that are for none of its packages. */
    public static List<Problem> rules(Port port, Collection<Feedstock> all) {
        return port.rules().stream()
                .filter(rule -> !all.isEmpty() && all.stream().noneMatch(feedstock -> isFor(rule, feedstock)))
                .map(rule -> new Problem(
                        rule.edit().at(),
                        rule.edit().title() + ": no package meets the rule's 'when'",
                        "correct the condition, or delete the rule"))
                .toList();
    }

    private static boolean isFor(Rule rule, Feedstock feedstock) {
        return rule.when().holds(feedstock.base().folder(ForgeConfig.recipeDir(feedstock.base())));
    }

    /**
     * The names and settings of {@code port} that neither edits nor templates use, and what its conda-forge.yml says in
     * vain.
     *
     * @param root port.yaml, for places
     */
    public static List<Problem> port(Port port, Mapping root, Collection<Feedstock> all, Templates templates) {
        List<Problem> idle = new ArrayList<>();
        port.condaForge()
                .map(config -> ForgeConfigCheck.of(config, templates.keysOf("config")))
                .ifPresent(idle::addAll);
        List<String> texts = Stream.concat(
                        port.rules().stream().map(Rule::edit),
                        all.stream().flatMap(feedstock -> feedstock.overlay().edits().stream()))
                .map(Edit::texts)
                .flatMap(List::stream)
                .toList();
        Stream.concat(
                        root.entries().stream()
                                .map(Entry::key)
                                .filter(key -> key.text().equals("binutils")),
                        entries(root.get("names")).map(Entry::key))
                .filter(key -> texts.stream().noneMatch(text -> text.contains("@" + key.text() + "@"))
                        && !templates.keysOf("port").contains(key.text()))
                .map(key -> idle(key, "no edit says '@" + key.text() + "@'"))
                .forEach(idle::add);
        entries(root.get("settings"))
                .map(Entry::key)
                .filter(key -> !templates.keysOf("settings").contains(key.text()))
                .map(key -> idle(key, "no template reads 'settings." + key.text() + "'"))
                .forEach(idle::add);
        return idle;
    }

    /** That {@code channel} of port.yaml is not where {@code channel_targets} of the pinnings has builds go. */
    public static Optional<Problem> channel(Port port, Mapping root, Pinnings pinnings) {
        List<String> targets = pinnings.values(port.target(), "channel_targets").stream()
                .map(value -> value.strip().split("\\s+", 2)[0])
                .toList();
        String name = port.channel().replaceFirst("/+$", "").replaceFirst("^.*/", "");
        return root.get("channel")
                .filter(node -> !targets.isEmpty() && !targets.contains(name) && !targets.contains(port.channel()))
                .map(node -> new Problem(
                        node.at(),
                        "the channel is '" + port.channel() + "', and channel_targets of pinnings.yaml says '"
                                + String.join("', '", targets) + "'",
                        "give both the same channel: builds go to the one, README and edits name the other"));
    }

    private static Problem idle(Scalar key, String why) {
        return new Problem(key.at(), why, "correct the name where it is meant, or take it out");
    }

    private static Stream<Entry> entries(Optional<? extends YamlNode> node) {
        return node.filter(Mapping.class::isInstance).map(Mapping.class::cast).stream()
                .flatMap(mapping -> mapping.entries().stream());
    }
}
