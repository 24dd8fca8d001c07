package org.archirender.yaml;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.archirender.problem.Location;

/** A node of a YAML document, with the place where it starts. Scalars are text; what they mean is the reader's matter. */
public sealed interface YamlNode {
    Location at();

    /**
     * A scalar.
     *
     * @param text with quotes and escapes resolved
     * @param plain whether it stands without quotes or block marks, so that YAML's implicit types would apply
     */
    record Scalar(Location at, String text, boolean plain) implements YamlNode {
        /** Whether this is a null: nothing, {@code ~} or {@code null}, unquoted. */
        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }
    }

    /** A list, in order. */
    record Sequence(Location at, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A mapping, in the order of the text, duplicate keys included. */
    record Mapping(Location at, List<Entry> entries) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The value of the last entry with that key, as YAML loaders have it. */
        public Optional<YamlNode> get(String key) {
            Optional<YamlNode> found = Optional.empty();
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    found = Optional.of(entry.value());
                }
            }
            return found;
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, YamlNode value) {
        public Entry {
            requireNonNull(key, "key is null");
            requireNonNull(value, "value is null");
        }
    }
}
