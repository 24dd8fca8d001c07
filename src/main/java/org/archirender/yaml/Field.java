package org.archirender.yaml;

/**
 * A field of an operation, as the reader, the schema and the reference have it.
 *
 * @param name as written in YAML
 * @param shape what its value looks like
 * @param required whether the operation can't do without
 * @param meaning one sentence in Markdown, without a final full stop
 */
public record Field(String name, FieldShape shape, boolean required, String meaning) {
    public static Field required(String name, FieldShape shape, String meaning) {
        return new Field(name, shape, true, meaning);
    }

    public static Field optional(String name, FieldShape shape, String meaning) {
        return new Field(name, shape, false, meaning);
    }
}
