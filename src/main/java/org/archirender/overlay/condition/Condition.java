package org.archirender.overlay.condition;

import java.util.List;
import java.util.function.Function;
import org.archirender.tree.FileTree;
import org.archirender.yaml.Field;
import org.archirender.yaml.FieldShape;
import org.archirender.yaml.FieldValues;

/** When a rule applies to a feedstock. */
public interface Condition {
    /** Where a condition stands within another. */
    FieldShape SHAPE = new FieldShape.Defined("a condition", "condition");

    /** Where several do. */
    FieldShape SHAPES = SHAPE.filledList("a list of conditions");

    /** Whether it holds for a {@code recipe/} folder, as the base has it. */
    boolean holds(FileTree recipe);

    /**
     * A kind of condition, from which reader, schema and reference are made.
     *
     * @param field the field that makes a condition one of this kind
     * @param others what may stand beside it
     * @param made the condition of their values
     */
    record Kind(Field field, List<Field> others, Function<FieldValues, Condition> made) {
        public Kind {
            others = List.copyOf(others);
        }

        Kind(Field field, Function<FieldValues, Condition> made) {
            this(field, List.of(), made);
        }

        /** As it is written, such as {@code has}. */
        String name() {
            return field.name();
        }
    }
}
