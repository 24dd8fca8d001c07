package org.archirender.docs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.archirender.yaml.Field;
import org.archirender.yaml.FieldShape;
import org.archirender.yaml.FieldShape.Choice;
import org.archirender.yaml.FieldShape.Defined;
import org.archirender.yaml.FieldShape.ListOf;
import org.archirender.yaml.FieldShape.Nested;
import org.archirender.yaml.FieldShape.Open;
import org.archirender.yaml.FieldShape.Pairs;
import org.archirender.yaml.FieldShape.Text;
import org.archirender.yaml.FieldShape.WholeNumber;
import org.archirender.yaml.FieldShapes;
import org.archirender.yaml.Fields;

/** What declared fields are in JSON Schema. */
final class FieldSchema {
    private FieldSchema() {}

    /** The mapping itself: its keys with their descriptions, and which of them have to be there. */
    static void fields(ObjectNode schema, Fields fields) {
        schema.put("type", "object");
        boolean optional = fields.all().stream().noneMatch(Field::required);
        if (optional) {
            schema.put("minProperties", 1);
        }
        schema.put("additionalProperties", false);
        if (!optional) {
            ArrayNode required = schema.putArray("required");
            fields.all().stream().filter(Field::required).map(Field::name).forEach(required::add);
        }
        ObjectNode properties = schema.putObject("properties");
        fields.all().forEach(field -> property(properties, field, fields.isFile()));
    }

    /** @param mayBeNull whether what is null is not there; said of lists and mappings, which one fills in later */
    static void property(ObjectNode properties, Field field, boolean mayBeNull) {
        ObjectNode property = properties.putObject(field.name());
        if (!field.meaning().isEmpty()) {
            property.put("description", field.meaning());
        }
        put(property, field.shape(), mayBeNull);
    }

    /** A key that a null deletes, whatever its value is else. */
    private static void orNull(ObjectNode properties, Field field) {
        ObjectNode property = properties.putObject(field.name()).put("description", field.meaning());
        ArrayNode either = property.putArray("anyOf");
        put(either.addObject(), field.shape(), false);
        either.addObject().put("type", "null");
    }

    private static void put(ObjectNode schema, FieldShape shape, boolean mayBeNull) {
        if (shape instanceof Text text) {
            text(schema, text);
        } else if (shape instanceof Choice choice) {
            choice(schema, choice);
        } else if (shape instanceof WholeNumber number) {
            schema.put("type", "integer").put("minimum", number.least());
        } else if (shape instanceof ListOf list) {
            list(schema, list, mayBeNull);
        } else if (shape instanceof Open open) {
            type(schema, "object", mayBeNull);
            if (!open.known().isEmpty()) {
                ObjectNode properties = schema.putObject("properties");
                open.known().forEach(field -> orNull(properties, field));
            }
        } else if (shape instanceof Pairs) {
            schema.put("type", "object").put("minProperties", 1);
            schema.putObject("additionalProperties").set("type", JsonSchema.scalar());
        } else if (shape instanceof Nested nested) {
            fields(schema, nested.fields());
        } else if (shape instanceof Defined defined) {
            schema.put("$ref", "#/definitions/" + defined.definition());
        } else {
            throw new AssertionError("no JSON Schema for " + shape);
        }
    }

    private static void text(ObjectNode schema, Text text) {
        if (text.string()) {
            schema.put("type", "string").put("minLength", 1);
        } else {
            schema.set("type", JsonSchema.scalar());
        }
    }

    private static void choice(ObjectNode schema, Choice choice) {
        if (choice.equals(FieldShapes.TRUTH)) {
            schema.put("type", "boolean");
        } else if (choice.values().size() == 1) {
            schema.putPOJO("const", choice.values().get(0));
        } else {
            ArrayNode values = schema.putArray("enum");
            choice.values().forEach(values::addPOJO);
        }
    }

    private static void list(ObjectNode schema, ListOf list, boolean mayBeNull) {
        if (list.orOne()) {
            schema.set("type", JsonSchema.scalar().add("array"));
        } else {
            type(schema, "array", mayBeNull && !(list.item() instanceof Text));
        }
        if (!list.orNone()) {
            schema.put("minItems", 1);
        }
        ObjectNode items = schema.putObject("items");
        if (list.item() instanceof Text) {
            items.set("type", JsonSchema.scalar());
        } else {
            put(items, list.item(), false);
        }
    }

    private static void type(ObjectNode schema, String type, boolean mayBeNull) {
        if (mayBeNull) {
            schema.putArray("type").add(type).add("null");
        } else {
            schema.put("type", type);
        }
    }
}
