package org.archirender.overlay.condition;

import static org.archirender.yaml.Field.optional;

import java.util.List;
import org.archirender.tree.FileTree;

/** {@code all: [{has: build/noarch}, {uses: python}]}. */
record All(List<Condition> conditions) implements Condition {
    static final Kind KIND = new Kind(
            optional("all", SHAPES, "every condition in the list holds"),
            values -> new All(ConditionReader.within(values, "all")));

    All {
        conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(FileTree recipe) {
        return conditions.stream().allMatch(condition -> condition.holds(recipe));
    }
}
