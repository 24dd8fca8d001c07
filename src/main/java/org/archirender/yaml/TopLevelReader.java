package org.archirender.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.archirender.problem.Problem;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;

/** A mapping with known keys, such as overlay.yaml, port.yaml and {@code base}. A key that is null is not there. */
public final class TopLevelReader {
    private final String owner;
    private final SortedMap<String, YamlNode> values = new TreeMap<>();
    private final List<String> refused = new ArrayList<>();
    private final Consumer<Problem> problems;

    private TopLevelReader(String owner, Consumer<Problem> problems) {
        this.owner = owner;
        this.problems = problems;
    }

    /**
     * Reads {@code mapping}; what is unknown, doubled, missing or of the wrong shape is told to {@code problems}.
     *
     * @param owner what the mapping is, for messages, such as {@code port.yaml}
     */
    public static TopLevelReader read(
            Mapping mapping, String owner, List<TopLevelKey> keys, Consumer<Problem> problems) {
        TopLevelReader reader = new TopLevelReader(owner, problems);
        List<String> seen = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            Scalar name = entry.key();
            Optional<TopLevelKey> known =
                    keys.stream().filter(key -> key.name().equals(name.text())).findFirst();
            if (known.isEmpty()) {
                problems.accept(Unknown.problem(
                        name,
                        owner + " has no key",
                        keys.stream().map(TopLevelKey::name).toList()));
            } else if (seen.contains(name.text())) {
                problems.accept(new Problem(name.at(), owner + " has '" + name.text() + "' twice", "keep one of them"));
            } else if (!(entry.value() instanceof Scalar scalar && scalar.isNull())) {
                reader.put(known.get(), entry.value());
            }
            seen.add(name.text());
        }
        for (TopLevelKey key : keys) {
            if (key.required() && !reader.values.containsKey(key.name()) && !reader.refused.contains(key.name())) {
                problems.accept(new Problem(
                        mapping.at(),
                        owner + " has no '" + key.name() + "'",
                        "add '" + key.name() + "': " + key.meaning().replace("`", "'")));
            }
        }
        return reader;
    }

    private void put(TopLevelKey key, YamlNode value) {
        String wanted = wanted(key.shape(), value);
        if (wanted.isEmpty()) {
            values.put(key.name(), value);
        } else {
            refused.add(key.name());
            problems.accept(new Problem(
                    value.at(),
                    "'" + key.name() + "' in " + owner + " is no " + wanted,
                    "it is " + key.meaning().replace("`", "'")));
        }
    }

    /** What {@code value} should have been and is not; empty where it is right. */
    private static String wanted(TopLevelKey.Shape shape, YamlNode value) {
        return switch (shape) {
            case FORMAT -> value instanceof Scalar scalar && scalar.text().equals("1") ? "" : "1";
            case TEXT -> value instanceof Scalar scalar && !scalar.text().isBlank() ? "" : "text";
            case TEXT_LIST ->
                value instanceof Sequence sequence && sequence.items().stream().allMatch(Scalar.class::isInstance)
                        ? ""
                        : "list of texts";
            case BASE, MAPPING -> value instanceof Mapping ? "" : "mapping";
            case EDITS, RULES -> value instanceof Sequence ? "" : "list";
        };
    }

    /** The value of {@code key}; empty where there is none of its shape. */
    public Optional<YamlNode> node(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public Optional<Mapping> mapping(String key) {
        return node(key).map(node -> (Mapping) node);
    }

    public Optional<String> text(String key) {
        return node(key).map(node -> ((Scalar) node).text());
    }

    /** A list of texts, each with its place. */
    public Optional<List<Scalar>> scalars(String key) {
        return node(key)
                .map(node -> ((Sequence) node)
                        .items().stream().map(Scalar.class::cast).toList());
    }
}
