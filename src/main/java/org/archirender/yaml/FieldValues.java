package org.archirender.yaml;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/** The values that a mapping gives to its fields. Those of the wrong shape are not among them, and were reported. */
public class FieldValues {
    private final Location at;
    private final SortedMap<String, YamlNode> values;
    private final Consumer<Problem> problems;

    FieldValues(Location at, SortedMap<String, YamlNode> values, Consumer<Problem> problems) {
        this.at = at;
        this.values = values;
        this.problems = problems;
    }

    /** The same values, and one more. */
    protected FieldValues(FieldValues others, String field, YamlNode value) {
        this(others.at, new TreeMap<>(others.values), others.problems);
        values.put(field, value);
    }

    /** The same values, those of the {@code fields} with their texts changed by {@code text}. Nobody is told what they lack. */
    protected FieldValues(FieldValues others, Predicate<String> fields, UnaryOperator<String> text) {
        this(others.at, new TreeMap<>(others.values), problem -> {});
        values.replaceAll((field, value) -> fields.test(field) ? value.map(text) : value);
    }

    /** Where the mapping begins. */
    public final Location at() {
        return at;
    }

    public final boolean has(String field) {
        return values.containsKey(field);
    }

    /** Every text in the values of the {@code fields}. */
    protected final Stream<String> allTexts(Predicate<String> fields) {
        return values.entrySet().stream()
                .filter(value -> fields.test(value.getKey()))
                .flatMap(value -> value.getValue().texts());
    }

    public final Optional<YamlNode> node(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** A text, empty where the field is absent. */
    public final String text(String field) {
        return optional(field).orElse("");
    }

    /** A text, or a list of texts as lines. */
    public final Optional<String> optional(String field) {
        return node(field).map(value -> String.join("\n", texts(field)));
    }

    /** A text or a list of texts, as a list; empty where the field is absent. */
    public final List<String> texts(String field) {
        return scalars(field).stream().map(Scalar::text).toList();
    }

    /** The same with their places. */
    public final List<Scalar> scalars(String field) {
        return nodes(field).stream().map(Scalar.class::cast).toList();
    }

    /** A value or a list of values, as a list; empty where the field is absent. */
    public final List<YamlNode> nodes(String field) {
        return node(field).map(YamlNode::asList).orElse(List.of());
    }

    public final Optional<Mapping> mapping(String field) {
        return node(field).map(Mapping.class::cast);
    }

    /** What a mapping says that was found to have {@code fields}. */
    public final Optional<FieldValues> mapping(String field, Fields fields) {
        return mapping(field).map(mapping -> fields.read(mapping, problems));
    }

    public final boolean truth(String field) {
        return text(field).equals("true");
    }

    /** A whole number, 0 where the field is absent. */
    public final int number(String field) {
        return optionalNumber(field).orElse(0);
    }

    public final OptionalInt optionalNumber(String field) {
        return has(field) ? OptionalInt.of(Integer.parseInt(text(field))) : OptionalInt.empty();
    }

    /** Reports what no single field's shape can tell. */
    public final void refuse(String message, String fix) {
        refuse(new Problem(at, message, fix));
    }

    /** Reports {@code problem}, which a value has. */
    public final void refuse(Problem problem) {
        problems.accept(problem);
    }
}
