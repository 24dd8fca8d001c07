package org.archirender.yaml;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.text.NearMiss;

/** A node of a YAML document, with the place where it starts. Scalars are text; what they mean is the reader's matter. */
public sealed interface YamlNode {
    Location at();

    /** The same with every text in it, keys among them, changed by {@code text}. */
    default YamlNode map(UnaryOperator<String> text) {
        return match(
                scalar -> scalar.with(text),
                list -> new Sequence(
                        at(), list.items().stream().map(item -> item.map(text)).toList()),
                mapping -> new Mapping(
                        at(),
                        mapping.entries().stream()
                                .map(entry -> new Entry(
                                        entry.key().with(text), entry.value().map(text)))
                                .toList()));
    }

    /** Every text in it, keys among them, in order. */
    default Stream<String> texts() {
        return match(
                scalar -> Stream.of(scalar.text()),
                list -> list.items().stream().flatMap(YamlNode::texts),
                mapping -> mapping.entries().stream()
                        .flatMap(entry -> Stream.concat(
                                Stream.of(entry.key().text()), entry.value().texts())));
    }

    /** What is made of it, by the function for what it is. */
    <R> R match(Function<Scalar, R> scalar, Function<Sequence, R> list, Function<Mapping, R> mapping);

    /** What it is, in words. */
    default String kind() {
        return match(scalar -> "a single value", list -> "a list", mapping -> "a mapping");
    }

    /** The items of a list; anything else is the only one. */
    default List<YamlNode> asList() {
        return match(scalar -> List.of(this), Sequence::items, mapping -> List.of(this));
    }

    /** Whether this is a null: nothing, {@code ~} or {@code null}, unquoted. */
    default boolean isNull() {
        return false;
    }

    /**
     * A scalar.
     *
     * @param text with quotes and escapes resolved
     * @param plain whether it stands without quotes or block marks, so that YAML's implicit types would apply
     */
    record Scalar(Location at, String text, boolean plain) implements YamlNode {
        private Scalar with(UnaryOperator<String> change) {
            return new Scalar(at, change.apply(text), plain);
        }

        /**
         * That this word names nothing, as in {@code edit-flags has no field 'ad'; did you mean 'add'?}
         *
         * @param owner what should have had it, and how it is called there, as in "edit-flags has no field"
         * @param known all that there is
         */
        public Problem unknown(String owner, List<String> known) {
            return new Problem(
                    at,
                    NearMiss.behind(owner + " '" + text + "'", NearMiss.of(text, known)),
                    known.isEmpty() ? "remove it" : "there is " + String.join(", ", known));
        }

        @Override
        public <R> R match(Function<Scalar, R> scalar, Function<Sequence, R> list, Function<Mapping, R> mapping) {
            return scalar.apply(this);
        }

        @Override
        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }
    }

    /** A list, in order. */
    record Sequence(Location at, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public <R> R match(Function<Scalar, R> scalar, Function<Sequence, R> list, Function<Mapping, R> mapping) {
            return list.apply(this);
        }
    }

    /** A mapping, in the order of the text, duplicate keys included. */
    record Mapping(Location at, List<Entry> entries) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public <R> R match(Function<Scalar, R> scalar, Function<Sequence, R> list, Function<Mapping, R> mapping) {
            return mapping.apply(this);
        }

        /** The value of the last entry with that key, as YAML loaders have it. */
        public Optional<YamlNode> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .map(Entry::value)
                    .reduce((earlier, last) -> last);
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, YamlNode value) {}
}
