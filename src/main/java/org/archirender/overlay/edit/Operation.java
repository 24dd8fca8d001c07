package org.archirender.overlay.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.archirender.overlay.edit.Edit.Reach;
import org.archirender.overlay.edit.Edit.Why;
import org.archirender.yaml.Field;
import org.archirender.yaml.FieldShapes;

/**
 * One operation of the overlay language: the entry from which the reader, the schema and the reference are made. It
 * stands in the record of its edits, as in {@code RemoveItem.OPERATION}.
 *
 * @param subject the operation's own value; its name is the operation's
 * @param fields what else it may say, besides {@link #COMMON}
 * @param meaning what it does, in Markdown
 * @param reach how much of a file is its own work
 * @param why when it has to give a reason
 * @param example an edit, as it stands in {@code edits:}
 * @param edit makes the edit of values that passed the fields' checks; may refuse what no field's shape can tell
 */
public record Operation(
        Field subject,
        List<Field> fields,
        String meaning,
        Reach reach,
        Why why,
        String example,
        Function<EditValues, Edit> edit) {
    /** What every operation may say. */
    public static final List<Field> COMMON = List.of(
            Field.optional(
                    "why", EditShape.LINES, "the reason, for whoever reads the overlay; not put into the recipe"),
            Field.optional("upstream", FieldShapes.TEXT, "where upstream discusses it"),
            Field.optional(
                    "until",
                    EditShape.UNTIL,
                    "when the edit has served its time; afterwards it is reported as expired"),
            Field.optional("only-version", FieldShapes.TEXT, "the one version of the package that the edit is for"));

    public Operation {
        fields = List.copyOf(fields);
    }

    public String name() {
        return subject.name();
    }

    /** Every field that may stand beside the operation's own key. */
    public List<Field> allFields() {
        List<Field> all = new ArrayList<>(fields);
        all.addAll(COMMON);
        return all;
    }

    @Override
    public String toString() {
        return name();
    }
}
