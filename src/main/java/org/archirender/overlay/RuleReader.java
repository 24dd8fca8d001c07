package org.archirender.overlay;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.archirender.overlay.condition.Condition;
import org.archirender.overlay.condition.ConditionReader;
import org.archirender.overlay.edit.Edit;
import org.archirender.problem.Problem;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;

/** Reads {@code rules:} of port.yaml: edits with a condition in {@code when}. */
public final class RuleReader {
    private static final String WHEN = "when";

    private RuleReader() {}

    /** The rules in {@code nodes}, in order; those without fault where {@code problems} were told of others. */
    public static List<Rule> read(List<YamlNode> nodes, Consumer<Problem> problems) {
        return nodes.stream().flatMap(node -> rule(node, problems).stream()).toList();
    }

    private static Optional<Rule> rule(YamlNode node, Consumer<Problem> problems) {
        if (!(node instanceof Mapping mapping)) {
            return new EditReader(problems).read(node).map(edit -> new Rule(new Condition.All(List.of()), edit));
        }
        Optional<YamlNode> when = mapping.get(WHEN);
        List<Entry> others = mapping.entries().stream()
                .filter(entry -> !entry.key().text().equals(WHEN))
                .toList();
        Optional<Edit> edit = new EditReader(problems).read(new Mapping(mapping.at(), others));
        if (when.isEmpty()) {
            problems.accept(new Problem(
                    mapping.at(),
                    "a rule without 'when'",
                    "say for which feedstocks, as in 'when: {has: build/noarch}'"));
            return Optional.empty();
        }
        Optional<Condition> condition = new ConditionReader(problems).read(when.get());
        return condition.flatMap(holds -> edit.map(whole -> new Rule(holds, whole)));
    }
}
