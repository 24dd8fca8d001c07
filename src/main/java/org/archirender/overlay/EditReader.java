package org.archirender.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.problem.Problem;
import org.archirender.yaml.FieldValues;
import org.archirender.yaml.Fields;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/** Reads one edit: its first key names the operation, the others are that operation's fields. */
final class EditReader {
    private EditReader() {}

    /** The edit in {@code node}; empty where something is wrong with it, which the {@code problems} then say. */
    static Optional<Edit> read(YamlNode node, Consumer<Problem> problems) {
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
        return read(operation.get(), mapping, problems);
    }

    private static Optional<Edit> read(Operation operation, Mapping mapping, Consumer<Problem> problems) {
        List<Problem> found = new ArrayList<>();
        YamlNode subject = mapping.entries().get(0).value();
        operation.subject().check(subject, found::add);
        List<Entry> others = new ArrayList<>();
        for (Entry entry : mapping.entries().subList(1, mapping.entries().size())) {
            if (Operations.named(entry.key().text()).isPresent()) {
                found.add(twoOperations(operation, entry.key()));
            } else {
                others.add(entry);
            }
        }
        FieldValues values = new Fields(operation.name(), false, operation.allFields())
                .read(new Mapping(mapping.at(), others), found::add);
        Optional<Edit> edit =
                found.isEmpty() ? Optional.of(new EditValues(operation, subject, values).edit()) : Optional.empty();
        found.forEach(problems);
        return edit.filter(made -> found.isEmpty());
    }

    private static Problem twoOperations(Operation operation, Scalar key) {
        return new Problem(
                key.at(),
                "'" + key.text() + "' is an operation, in an edit that is '" + operation.name() + "' already",
                "begin an edit of its own with '- " + key.text() + ": …'");
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
        return first.unknown("there is no operation", Operations.names());
    }
}
