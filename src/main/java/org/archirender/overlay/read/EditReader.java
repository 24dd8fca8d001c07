package org.archirender.overlay.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.archirender.overlay.edit.Edit;
import org.archirender.problem.Problem;
import org.archirender.yaml.Field;
import org.archirender.yaml.Unknown;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/** Reads one edit: its first key names the operation, the others are that operation's fields. */
public final class EditReader {
    private final Consumer<Problem> problems;

    public EditReader(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** The edit in {@code node}; empty where something is wrong with it, which the problems then say. */
    public Optional<Edit> read(YamlNode node) {
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            problems.accept(new Problem(
                    node.at(), "an edit is a mapping whose first key names its operation", "write '- OPERATION: …'"));
            return Optional.empty();
        }
        Scalar first = mapping.entries().get(0).key();
        Optional<Operation> operation = Operations.named(first.text());
        if (operation.isEmpty()) {
            problems.accept(notAnOperation(mapping));
            return Optional.empty();
        }
        return read(operation.get(), mapping);
    }

    private Optional<Edit> read(Operation operation, Mapping mapping) {
        List<Problem> found = new ArrayList<>();
        SortedMap<String, YamlNode> values = values(operation, mapping, found::add);
        for (Field field : operation.allFields()) {
            if (field.required() && !values.containsKey(field.name())) {
                found.add(new Problem(
                        mapping.at(),
                        operation.name() + " has no '" + field.name() + "'",
                        "add '" + field.name() + "': " + field.shape().words().replace("`", "'")));
            }
        }
        Edit edit = null;
        if (found.isEmpty()) {
            edit = operation.edit().apply(new EditValues(operation, mapping.at(), values, found::add));
        }
        found.forEach(problems);
        return found.isEmpty() ? Optional.ofNullable(edit) : Optional.empty();
    }

    private static SortedMap<String, YamlNode> values(
            Operation operation, Mapping mapping, Consumer<Problem> problems) {
        List<Field> fields = operation.allFields();
        fields.add(0, operation.subject());
        SortedMap<String, YamlNode> values = new TreeMap<>();
        for (Entry entry : mapping.entries()) {
            Scalar key = entry.key();
            Optional<Field> field = fields.stream()
                    .filter(known -> known.name().equals(key.text()))
                    .findFirst();
            if (field.isEmpty()) {
                problems.accept(unknownField(operation, key));
            } else if (values.put(key.text(), entry.value()) != null) {
                problems.accept(new Problem(
                        key.at(), operation.name() + " has '" + key.text() + "' twice", "keep one of them"));
            } else {
                FieldCheck.passes(field.get(), entry.value(), problems);
            }
        }
        return values;
    }

    private static Problem unknownField(Operation operation, Scalar key) {
        if (Operations.named(key.text()).isPresent()) {
            return new Problem(
                    key.at(),
                    "'" + key.text() + "' is an operation, in an edit that is '" + operation.name() + "' already",
                    "begin an edit of its own with '- " + key.text() + ": …'");
        }
        return Unknown.problem(
                key,
                operation.name() + " has no field",
                operation.allFields().stream().map(Field::name).toList());
    }

    private static Problem notAnOperation(Mapping mapping) {
        Scalar first = mapping.entries().get(0).key();
        for (Entry entry : mapping.entries()) {
            if (Operations.named(entry.key().text()).isPresent()) {
                return new Problem(
                        first.at(),
                        "the first key names the operation, and '" + first.text() + "' is none",
                        "put '" + entry.key().text() + ": …' first");
            }
        }
        return Unknown.problem(first, "there is no operation", Operations.names());
    }
}
