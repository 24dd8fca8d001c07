package org.archirender.yaml;

import java.util.function.Consumer;
import org.archirender.problem.Problem;

/**
 * A key of a mapping that a user writes, as the reader, the schema and the reference have it.
 *
 * @param name as written in YAML
 * @param shape what its value looks like
 * @param required whether the mapping can't do without
 * @param meaning one sentence in Markdown, without a final full stop
 */
public record Field(String name, FieldShape shape, boolean required, String meaning) {
    public static Field required(String name, FieldShape shape, String meaning) {
        return new Field(name, shape, true, meaning);
    }

    public static Field optional(String name, FieldShape shape, String meaning) {
        return new Field(name, shape, false, meaning);
    }

    /** Tells {@code problems} what is wrong with {@code value} as this field's. */
    public void check(YamlNode value, Consumer<Problem> problems) {
        shape.check("'" + name + "'", value, problems);
    }
}
