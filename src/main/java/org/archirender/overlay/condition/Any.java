package org.archirender.overlay.condition;

import static org.archirender.yaml.Field.optional;

import java.util.List;
import org.archirender.tree.FileTree;

/** {@code any: [{has: build/noarch}, {uses: python}]}. */
record Any(List<Condition> conditions) implements Condition {
    static final Kind KIND = new Kind(
            optional("any", SHAPES, "one condition in the list holds"),
            values -> new Any(ConditionReader.within(values, "any")));

    Any {
        conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(FileTree recipe) {
        return conditions.stream().anyMatch(condition -> condition.holds(recipe));
    }
}
