package org.archirender.overlay.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.archirender.overlay.edit.EditHeader;
import org.archirender.overlay.edit.Place;
import org.archirender.overlay.edit.TextEdit.Pair;
import org.archirender.overlay.edit.Until;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.text.Anchor;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;

/** The values of one edit's fields, whose shapes were checked before; gives them their types. */
final class EditValues {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Operation operation;
    private final Location at;
    private final SortedMap<String, YamlNode> values;
    private final Consumer<Problem> problems;

    EditValues(Operation operation, Location at, SortedMap<String, YamlNode> values, Consumer<Problem> problems) {
        this.operation = operation;
        this.at = at;
        this.values = values;
        this.problems = problems;
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    /** Reports what no single field's shape can tell. */
    void refuse(String message, String fix) {
        problems.accept(new Problem(at, message, fix));
    }

    EditHeader header() {
        return new EditHeader(
                operation.name(),
                at,
                optional("why").map(String::strip),
                optional("upstream"),
                optional("until").flatMap(Until::parse),
                optional("only-version"));
    }

    /** The header of an edit that must give a reason, because it {@code does} that. */
    EditHeader headerWithWhy(String does) {
        if (!has("why")) {
            refuse(
                    operation.name() + " " + does + " and must say why",
                    "add 'why:' with the reason, for whoever reads this next year");
        }
        return header();
    }

    /** A text, empty where the field is absent. */
    String text(String field) {
        return optional(field).orElse("");
    }

    Optional<String> optional(String field) {
        List<String> texts = texts(field);
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", texts));
    }

    /** A text or a list of texts, as a list. */
    List<String> texts(String field) {
        YamlNode value = values.get(field);
        if (value instanceof Scalar scalar) {
            return List.of(scalar.text());
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof Sequence sequence) {
            sequence.items().forEach(item -> texts.add(((Scalar) item).text()));
        }
        return texts;
    }

    /** A block of text or a list of lines, as lines. */
    List<String> lines(String field) {
        List<String> lines = new ArrayList<>();
        for (String text : texts(field)) {
            String block = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            lines.addAll(List.of(block.split("\n", -1)));
        }
        return lines;
    }

    List<Pair> pairs(String field) {
        List<Pair> pairs = new ArrayList<>();
        if (values.get(field) instanceof Mapping mapping) {
            mapping.entries()
                    .forEach(entry -> pairs.add(
                            new Pair(entry.key().text(), entry.value() instanceof Scalar scalar ? scalar.text() : "")));
        }
        return pairs;
    }

    /** Pairs whose names can be a shell's variables. */
    List<Pair> variables(String field) {
        List<Pair> pairs = pairs(field);
        for (Pair pair : pairs) {
            if (!VARIABLE.matcher(pair.name()).matches()) {
                refuse("'" + pair.name() + "' is no name of a shell variable", "use letters, digits and underscores");
            }
        }
        return pairs;
    }

    int number(String field) {
        return optionalNumber(field).orElse(0);
    }

    OptionalInt optionalNumber(String field) {
        return has(field) ? OptionalInt.of(Integer.parseInt(text(field))) : OptionalInt.empty();
    }

    boolean truth(String field) {
        return text(field).equals("true");
    }

    /** The anchor in {@code field}, with the edit's nth and within. */
    Anchor anchor(String field) {
        return new Anchor(text(field), optionalNumber("nth"), within("after"), within("before"));
    }

    private Optional<String> within(String side) {
        return values.get("within") instanceof Mapping mapping
                ? mapping.get(side).map(node -> ((Scalar) node).text())
                : Optional.empty();
    }

    /** {@link #place} by anchors, where alone nth and within mean something. */
    Place<Anchor> linePlace() {
        if (!has("before") && !has("after") && (has("nth") || has("within"))) {
            refuse(
                    "'nth' and 'within' pick a line, but neither 'before' nor 'after' names one",
                    "add one, or remove them");
        }
        return place(this::anchor, Place.start());
    }

    /** What at, before and after say together. */
    <T> Place<T> place(Function<String, T> reference, Place<T> unlessTold) {
        List<String> told =
                List.of("at", "before", "after").stream().filter(this::has).toList();
        if (told.size() > 1) {
            refuse(operation.name() + " says where twice: '" + String.join("' and '", told) + "'", "keep one of them");
        }
        if (has("before")) {
            return Place.before(reference.apply("before"));
        }
        if (has("after")) {
            return Place.after(reference.apply("after"));
        }
        return has("at") ? (text("at").equals("end") ? Place.end() : Place.start()) : unlessTold;
    }
}
