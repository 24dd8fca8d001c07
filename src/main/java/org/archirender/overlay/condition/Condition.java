package org.archirender.overlay.condition;

import java.util.List;
import java.util.Optional;

/** When a rule applies to a feedstock. */
public sealed interface Condition {
    /** {@code has: PATH}: the recipe has that key, with a value. */
    record Has(String path) implements Condition {}

    /** {@code uses: NAME}: a requirement of that name, or a Jinja call such as {@code compiler('c')}, in any section. */
    record Uses(String item) implements Condition {}

    /** {@code file: FILE, contains: TEXT}: recipe/ has that file, with that text somewhere in it. */
    record InFile(String file, Optional<String> contains) implements Condition {}

    /** {@code not: CONDITION}. */
    record Not(Condition condition) implements Condition {}

    /** {@code all: [CONDITION, …]}; true of none. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** {@code any: [CONDITION, …]}; false of none. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }
}
