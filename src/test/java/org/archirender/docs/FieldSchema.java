package org.archirender.docs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.archirender.yaml.FieldShape;

/** What a field's shape is in JSON Schema. */
final class FieldSchema {
    private FieldSchema() {}

    static void put(ObjectNode schema, FieldShape shape) {
        switch (shape) {
            case TEXT, ITEM, UNTIL -> schema.set("type", JsonSchema.scalar());
            case PATH, FILE, ANCHOR, REGEX -> schema.put("type", "string").put("minLength", 1);
            case PATHS, WORDS, ITEMS, LINES -> {
                schema.set("type", JsonSchema.scalar().add("array"));
                schema.put("minItems", 1);
                schema.putObject("items").set("type", JsonSchema.scalar());
            }
            case PAIRS -> {
                schema.put("type", "object").put("minProperties", 1);
                schema.putObject("additionalProperties").set("type", JsonSchema.scalar());
            }
            case WITHIN -> {
                schema.put("type", "object").put("minProperties", 1).put("additionalProperties", false);
                ObjectNode sides = schema.putObject("properties");
                put(sides.putObject("after"), FieldShape.ANCHOR);
                put(sides.putObject("before"), FieldShape.ANCHOR);
            }
            case WHOLE_NUMBER, COLUMN -> schema.put("type", "integer").put("minimum", 0);
            case COUNT -> schema.put("type", "integer").put("minimum", 1);
            case TRUTH -> schema.put("type", "boolean");
            case START -> schema.putArray("enum").add("start").add("end");
            case KEEP -> schema.put("const", "comment");
        }
    }
}
