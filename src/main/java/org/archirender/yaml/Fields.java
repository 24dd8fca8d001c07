package org.archirender.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/**
 * A mapping with known keys that a user writes, such as overlay.yaml, {@code base:} in it, or one edit. This declaration
 * is all that there is: the mapping is read by it, and its schema and its reference are made from it.
 *
 * @param owner what the mapping is, for messages, such as "an overlay"
 * @param isFile whether it is a file, or a part of one that is written like it: its fields are called keys, and one
 *     that is null is not there
 * @param all in the order of the reference
 */
public record Fields(String owner, boolean isFile, List<Field> all) {
    private static final Comparator<Problem> TOP_DOWN = Comparator.comparing(
            Problem::at, Comparator.comparingInt(Location::line).thenComparingInt(Location::column));

    public Fields {
        all = List.copyOf(all);
    }

    /** A file, or a part of one that is written like it. */
    public static Fields ofFile(String owner, Field... keys) {
        return new Fields(owner, true, List.of(keys));
    }

    /** A small mapping, where whoever writes a key gives it a value. */
    public static Fields of(String owner, Field... fields) {
        return new Fields(owner, false, List.of(fields));
    }

    /** The names of all fields, in the order of the reference. */
    public List<String> names() {
        return all.stream().map(Field::name).toList();
    }

    /**
     * What the file {@code text} says, which is such a mapping.
     *
     * @param file as the user knows it, for messages
     * @param begin how one begins, as in "begin with 'port: 1'"
     * @param made what the values mean; may refuse some
     * @throws InputException with all that is wrong, from top to bottom
     */
    public <T> T readFile(String text, String file, String begin, Function<FieldValues, T> made) {
        if (!(YamlReader.read(text, file).orElse(null) instanceof Mapping mapping)) {
            throw new InputException(Location.of(file), owner + " is a mapping", begin);
        }
        List<Problem> problems = new ArrayList<>();
        T said = made.apply(read(mapping, problems::add));
        if (!problems.isEmpty()) {
            problems.sort(TOP_DOWN);
            throw new InputException(problems);
        }
        return said;
    }

    /** What {@code mapping} says; what is unknown, doubled, missing or of the wrong shape is told to {@code problems}. */
    public FieldValues read(Mapping mapping, Consumer<Problem> problems) {
        SortedMap<String, YamlNode> values = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        Set<String> given = new HashSet<>();
        for (Entry entry : mapping.entries()) {
            Scalar key = entry.key();
            Optional<Field> field = all.stream()
                    .filter(known -> known.name().equals(key.text()))
                    .findFirst();
            if (field.isEmpty()) {
                problems.accept(key.unknown(owner + " has no " + (isFile ? "key" : "field"), names()));
            } else if (!seen.add(key.text())) {
                problems.accept(new Problem(key.at(), owner + " has '" + key.text() + "' twice", "keep one of them"));
            } else if (!isFile || !(entry.value() instanceof Scalar scalar && scalar.isNull())) {
                given.add(key.text());
                List<Problem> found = new ArrayList<>();
                field.get().check(entry.value(), found::add);
                found.forEach(problems);
                if (found.isEmpty()) {
                    values.put(key.text(), entry.value());
                }
            }
        }
        for (Field field : all) {
            if (field.required() && !given.contains(field.name())) {
                problems.accept(new Problem(
                        mapping.at(),
                        owner + " has no '" + field.name() + "'",
                        "add '" + field.name() + "': " + FieldShape.plain(field.meaning())));
            }
        }
        return new FieldValues(mapping.at(), values, problems);
    }
}
