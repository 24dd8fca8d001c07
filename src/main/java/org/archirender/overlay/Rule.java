package org.archirender.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.archirender.overlay.edit.Edit;
import org.archirender.problem.Problem;
import org.archirender.yaml.Field;
import org.archirender.yaml.Fields;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;

/** An edit of port.yaml's {@code rules:}, which is tried on every feedstock of the port where its condition holds. */
public record Rule(Condition when, Edit edit) {
    private static final String WHEN = "when";

    /** What a rule has beside its edit. */
    private static final Fields FIELDS = Fields.of(
            "a rule", Field.required(WHEN, Condition.SHAPE, "for which feedstocks, as in `when: {has: build/noarch}`"));

    /** The rules in {@code nodes}, in order; those without fault where {@code problems} were told of others. */
    public static List<Rule> read(List<YamlNode> nodes, Consumer<Problem> problems) {
        return nodes.stream().flatMap(node -> rule(node, problems).stream()).toList();
    }

    private static Optional<Rule> rule(YamlNode node, Consumer<Problem> problems) {
        if (!(node instanceof Mapping mapping)) {
            EditReader.read(node, problems);
            return Optional.empty();
        }
        List<Entry> conditions = new ArrayList<>();
        List<Entry> others = new ArrayList<>();
        mapping.entries().forEach(entry -> (entry.key().text().equals(WHEN) ? conditions : others).add(entry));
        Optional<Edit> edit = EditReader.read(new Mapping(node.at(), others), problems);
        List<Problem> found = new ArrayList<>();
        Optional<Condition> when = FIELDS.read(new Mapping(node.at(), conditions), found::add)
                .node(WHEN)
                .map(condition -> Condition.read(condition, found::add));
        found.forEach(problems);
        return found.isEmpty() ? when.flatMap(holds -> edit.map(whole -> new Rule(holds, whole))) : Optional.empty();
    }
}
