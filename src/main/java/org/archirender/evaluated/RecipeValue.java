package org.archirender.evaluated;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.problem.Location;

/** A value of a rendered recipe. Numbers are text, as a recipe's reader keeps them: {@code 1.10} is a version. */
public sealed interface RecipeValue {
    Location at();

    /** What Python takes this for in a condition. */
    boolean isTruthy();

    /** What Python's {@code str} gives for a scalar; empty for lists and sections. */
    default Optional<String> asText() {
        return Optional.empty();
    }

    /** Anything scalar that is neither a boolean nor a null. */
    record Text(Location at, String text) implements RecipeValue {
        @Override
        public boolean isTruthy() {
            return !text.isEmpty();
        }

        @Override
        public Optional<String> asText() {
            return Optional.of(text);
        }
    }

    /** A YAML 1.1 boolean: yes, no, on, off, true, false. */
    record Flag(Location at, boolean value) implements RecipeValue {
        @Override
        public boolean isTruthy() {
            return value;
        }

        @Override
        public Optional<String> asText() {
            return Optional.of(value ? "True" : "False");
        }
    }

    /** A null: an empty value, {@code ~} or {@code null}. */
    record Nothing(Location at) implements RecipeValue {
        @Override
        public boolean isTruthy() {
            return false;
        }

        @Override
        public List<RecipeValue> asList() {
            return List.of();
        }
    }

    /** A list, in order. */
    record Items(Location at, List<RecipeValue> items) implements RecipeValue {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public boolean isTruthy() {
            return !items.isEmpty();
        }

        @Override
        public List<RecipeValue> asList() {
            return items;
        }
    }

    /** A mapping, in the order in which its keys first stand; of a key that stands twice the last value. */
    record Section(Location at, Map<String, RecipeValue> entries) implements RecipeValue {
        public Section {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** The value of {@code key}, where there is one, {@link Nothing} included. */
        public Optional<RecipeValue> get(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /** The section at {@code key}; empty where there is none or something else stands there. */
        public Section section(String key) {
            return entries.get(key) instanceof Section section ? section : new Section(at, Collections.emptyMap());
        }

        /** This section with {@code key} set. */
        public Section with(String key, RecipeValue value) {
            Map<String, RecipeValue> changed = new LinkedHashMap<>(entries);
            changed.put(key, value);
            return new Section(at, changed);
        }

        @Override
        public boolean isTruthy() {
            return !entries.isEmpty();
        }
    }

    /** This as a list: a list's items, nothing for a null, else this alone. */
    default List<RecipeValue> asList() {
        return List.of(this);
    }

    /** The text of every scalar in {@link #asList}; other values are left out. */
    default List<String> asTexts() {
        return asList().stream()
                .map(RecipeValue::asText)
                .flatMap(Optional::stream)
                .toList();
    }
}
