package org.archirender.overlay.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.archirender.overlay.condition.Condition.All;
import org.archirender.overlay.condition.Condition.Any;
import org.archirender.overlay.condition.Condition.Has;
import org.archirender.overlay.condition.Condition.InFile;
import org.archirender.overlay.condition.Condition.Not;
import org.archirender.overlay.condition.Condition.Uses;
import org.archirender.overlay.edit.EditShape;
import org.archirender.problem.Problem;
import org.archirender.yaml.Field;
import org.archirender.yaml.FieldShape;
import org.archirender.yaml.Fields;
import org.archirender.yaml.Unknown;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Sequence;

/** Reads a rule's {@code when}. */
public final class ConditionReader {
    private static final FieldShape CONDITION = FieldShape.defined("a condition", "condition");
    private static final FieldShape CONDITIONS = CONDITION.filledList("a list of conditions");

    /** The keys of a condition, in the order of the reference; {@code contains} goes with {@code file}. */
    public static final Fields FIELDS = Fields.of(
            "a condition",
            Field.optional("has", EditShape.PATH, "the recipe has that key"),
            Field.optional(
                    "uses", FieldShape.TEXT, "a requirement of that name, or a Jinja call such as `compiler('c')`"),
            Field.optional("file", EditShape.FILE, "`recipe/` has that file"),
            Field.optional("contains", FieldShape.TEXT, "with `file`: that text stands somewhere in it"),
            Field.optional("not", CONDITION, "the condition in it does not hold"),
            Field.optional("all", CONDITIONS, "every condition in the list holds"),
            Field.optional("any", CONDITIONS, "one condition in the list holds"));

    private static final List<String> NAMES = FIELDS.names();

    private final Consumer<Problem> problems;

    public ConditionReader(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** The condition in {@code node}; empty where something is wrong with it. */
    public Optional<Condition> read(YamlNode node) {
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            problems.accept(new Problem(
                    node.at(), "a condition is a mapping", "write one of " + String.join(", ", NAMES) + " into it"));
            return Optional.empty();
        }
        List<Condition> conditions = new ArrayList<>();
        boolean right = true;
        for (Entry entry : mapping.entries()) {
            if (entry.key().text().equals("contains") && mapping.get("file").isPresent()) {
                continue;
            }
            Optional<Condition> condition = read(entry, mapping);
            condition.ifPresent(conditions::add);
            right &= condition.isPresent();
        }
        if (!right) {
            return Optional.empty();
        }
        return Optional.of(conditions.size() == 1 ? conditions.get(0) : new All(conditions));
    }

    private Optional<Condition> read(Entry entry, Mapping mapping) {
        YamlNode value = entry.value();
        return switch (entry.key().text()) {
            case "has" -> text(entry).map(Has::new);
            case "uses" -> text(entry).map(Uses::new);
            case "file" -> inFile(entry, mapping);
            case "not" -> read(value).map(Not::new);
            case "all" -> list(entry).map(All::new);
            case "any" -> list(entry).map(Any::new);
            case "contains" -> {
                problems.accept(new Problem(entry.key().at(), "'contains' without 'file'", "add 'file: FILE'"));
                yield Optional.empty();
            }
            default -> {
                problems.accept(Unknown.problem(entry.key(), "there is no condition", NAMES));
                yield Optional.empty();
            }
        };
    }

    private Optional<Condition> inFile(Entry file, Mapping mapping) {
        Optional<Entry> contains = mapping.entries().stream()
                .filter(entry -> entry.key().text().equals("contains"))
                .findFirst();
        Optional<String> path = text(file);
        if (contains.isEmpty()) {
            return path.map(name -> new InFile(name, Optional.empty()));
        }
        Optional<String> text = text(contains.get());
        return text.flatMap(wanted -> path.map(name -> new InFile(name, Optional.of(wanted))));
    }

    private Optional<String> text(Entry entry) {
        Field field = FIELDS.all().get(NAMES.indexOf(entry.key().text()));
        List<Problem> found = new ArrayList<>();
        field.check(entry.value(), found::add);
        found.forEach(problems);
        return found.isEmpty() ? Optional.of(((YamlNode.Scalar) entry.value()).text()) : Optional.empty();
    }

    private Optional<List<Condition>> list(Entry entry) {
        if (!(entry.value() instanceof Sequence sequence) || sequence.items().isEmpty()) {
            problems.accept(new Problem(
                    entry.value().at(),
                    "'" + entry.key().text() + "' is no list of conditions",
                    "write it as [{…}, {…}]"));
            return Optional.empty();
        }
        List<Condition> conditions = new ArrayList<>();
        sequence.items().forEach(item -> read(item).ifPresent(conditions::add));
        return conditions.size() == sequence.items().size() ? Optional.of(conditions) : Optional.empty();
    }
}
