package org.archirender.overlay.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.archirender.overlay.condition.Condition.Kind;
import org.archirender.problem.Problem;
import org.archirender.yaml.Field;
import org.archirender.yaml.FieldValues;
import org.archirender.yaml.Fields;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;

/** Reads a rule's {@code when}. */
public final class ConditionReader {
    /** Every kind there is, in the order of the reference. */
    public static final List<Kind> KINDS = List.of(HasPath.KIND, Uses.KIND, InFile.KIND, Not.KIND, All.KIND, Any.KIND);

    /** The fields of a condition. */
    public static final Fields FIELDS = new Fields(
            "a condition",
            false,
            KINDS.stream()
                    .flatMap(kind -> Stream.concat(Stream.of(kind.field()), kind.others().stream()))
                    .toList());

    private ConditionReader() {}

    /**
     * The condition in {@code node}; several in one mapping must all hold.
     *
     * @param problems gets what is wrong; then the condition says nothing
     */
    public static Condition read(YamlNode node, Consumer<Problem> problems) {
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            problems.accept(new Problem(
                    node.at(),
                    "a condition is a mapping",
                    "write one of " + String.join(", ", FIELDS.names()) + " into it"));
            return new All(List.of());
        }
        FieldValues values = FIELDS.read(mapping, problems);
        List<Condition> conditions = new ArrayList<>();
        for (Kind kind : KINDS) {
            if (values.has(kind.name())) {
                conditions.add(kind.made().apply(values));
            }
            if (mapping.get(kind.name()).isEmpty()) {
                mapping.entries().forEach(entry -> refuseWithout(kind, entry, problems));
            }
        }
        return conditions.size() == 1 ? conditions.get(0) : new All(conditions);
    }

    /** The conditions that are the value of {@code field}. */
    static List<Condition> within(FieldValues values, String field) {
        return values.nodes(field).stream()
                .map(node -> read(node, values::refuse))
                .toList();
    }

    private static void refuseWithout(Kind kind, Entry entry, Consumer<Problem> problems) {
        String key = entry.key().text();
        if (kind.others().stream().map(Field::name).anyMatch(key::equals)) {
            String name = kind.name();
            problems.accept(
                    new Problem(entry.key().at(), "'" + key + "' without '" + name + "'", "add '" + name + ": …'"));
        }
    }
}
