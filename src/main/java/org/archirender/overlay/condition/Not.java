package org.archirender.overlay.condition;

import static org.archirender.yaml.Field.optional;

import org.archirender.tree.FileTree;

/** {@code not: {has: build/noarch}}. */
record Not(Condition condition) implements Condition {
    static final Kind KIND = new Kind(
            optional("not", SHAPE, "the condition in it does not hold"),
            values -> new Not(ConditionReader.within(values, "not").get(0)));

    @Override
    public boolean holds(FileTree recipe) {
        return !condition.holds(recipe);
    }
}
