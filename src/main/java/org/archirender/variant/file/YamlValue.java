package org.archirender.variant.file;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a variant file is made of: texts, lists and mappings, in the order in which they are written. */
public sealed interface YamlValue {
    /** A string; {@code true} and {@code false} stand for booleans. */
    record Text(String text) implements YamlValue {
        public Text {
            requireNonNull(text, "text is null");
        }
    }

    /** A list. */
    record Items(List<YamlValue> items) implements YamlValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping. */
    record Fields(List<Field> fields) implements YamlValue {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** A key of a mapping and its value. */
    record Field(String key, YamlValue value) {
        public Field {
            requireNonNull(key, "key is null");
            requireNonNull(value, "value is null");
        }
    }

    static YamlValue texts(List<String> texts) {
        return new Items(texts.stream().<YamlValue>map(Text::new).toList());
    }
}
