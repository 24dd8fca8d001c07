package org.archirender.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.archirender.overlay.condition.ConditionReader;
import org.archirender.overlay.read.Operation;
import org.archirender.overlay.read.Operations;
import org.archirender.overlay.read.OverlayFields;
import org.archirender.render.PortFields;
import org.archirender.yaml.Field;
import org.archirender.yaml.TopLevelKey;

/** The JSON Schemas (draft 7) of overlay.yaml and port.yaml, from the tables that their readers use. */
public final class JsonSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

    private JsonSchema() {}

    /** That of overlay.yaml. */
    public static String overlay() {
        ObjectNode schema = document("overlay.yaml of archi-render", OverlayFields.ALL);
        ObjectNode definitions = schema.putObject("definitions");
        ObjectNode edit = definitions.putObject("edit");
        edit.put("type", "object");
        for (Operation operation : Operations.ALL) {
            alternative(edit, operation.name());
            definitions.set(operation.name(), operation(operation));
        }
        return print(schema);
    }

    /** That of port.yaml. */
    public static String port() {
        ObjectNode schema = document("port.yaml of archi-render", PortFields.ALL);
        ObjectNode definitions = schema.putObject("definitions");
        definitions.set("condition", condition());
        ObjectNode rule = definitions.putObject("rule");
        rule.put("type", "object");
        for (Operation operation : Operations.ALL) {
            alternative(rule, operation.name());
            ObjectNode edit = operation(operation);
            ObjectNode when = JSON.objectNode().put("$ref", "#/definitions/condition");
            ((ObjectNode) edit.get("properties")).set("when", when);
            ((ArrayNode) edit.get("required")).add("when");
            definitions.set(operation.name(), edit);
        }
        return print(schema);
    }

    /** Says which definition counts where that operation's key is there: an editor's messages stay about one operation. */
    private static void alternative(ObjectNode edit, String operation) {
        ArrayNode cases = edit.withArray("allOf");
        ObjectNode one = cases.addObject();
        one.putObject("if").putArray("required").add(operation);
        one.putObject("then").put("$ref", "#/definitions/" + operation);
        ArrayNode anyOf = edit.withArray("anyOf");
        anyOf.addObject().putArray("required").add(operation);
    }

    private static ObjectNode document(String title, List<TopLevelKey> keys) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", DRAFT);
        schema.put("title", title);
        keys(schema, keys);
        return schema;
    }

    private static void keys(ObjectNode schema, List<TopLevelKey> keys) {
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (TopLevelKey key : keys) {
            if (key.required()) {
                required.add(key.name());
            }
            ObjectNode property = properties.putObject(key.name());
            property.put("description", key.meaning());
            shape(property, key);
        }
    }

    private static void shape(ObjectNode property, TopLevelKey key) {
        switch (key.shape()) {
            case FORMAT -> property.put("const", 1);
            case TEXT -> property.set("type", scalar());
            case TEXT_LIST -> {
                property.put("type", "array");
                property.putObject("items").set("type", scalar());
            }
            case BASE -> keys(property, OverlayFields.BASE);
            case MAPPING -> {
                if (key.name().equals("commits")) {
                    keys(property, PortFields.COMMITS);
                } else {
                    property.putArray("type").add("object").add("null");
                }
            }
            case EDITS, RULES -> {
                property.putArray("type").add("array").add("null");
                String item = key.shape() == TopLevelKey.Shape.EDITS ? "edit" : "rule";
                property.putObject("items").put("$ref", "#/definitions/" + item);
            }
        }
    }

    private static ObjectNode operation(Operation operation) {
        ObjectNode schema = JSON.objectNode();
        schema.put("type", "object");
        schema.put("description", operation.meaning());
        schema.put("additionalProperties", false);
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        field(operation.subject(), required, properties);
        operation.allFields().forEach(field -> field(field, required, properties));
        if (operation.why().equals("always")) {
            required.add("why");
        }
        return schema;
    }

    private static void field(Field field, ArrayNode required, ObjectNode properties) {
        if (field.required()) {
            required.add(field.name());
        }
        ObjectNode property = properties.putObject(field.name());
        property.put("description", field.meaning());
        FieldSchema.put(property, field.shape());
    }

    private static ObjectNode condition() {
        ObjectNode condition = JSON.objectNode();
        condition.put("type", "object");
        condition.put("additionalProperties", false);
        condition.put("minProperties", 1);
        ObjectNode properties = condition.putObject("properties");
        for (Field field : ConditionReader.FIELDS) {
            ObjectNode property = properties.putObject(field.name());
            property.put("description", field.meaning());
            switch (field.name()) {
                case "not" -> property.put("$ref", "#/definitions/condition");
                case "all", "any" -> {
                    property.put("type", "array");
                    property.put("minItems", 1);
                    property.putObject("items").put("$ref", "#/definitions/condition");
                }
                default -> FieldSchema.put(property, field.shape());
            }
        }
        condition.putObject("dependencies").putArray("contains").add("file");
        return condition;
    }

    static ArrayNode scalar() {
        return JSON.arrayNode().add("string").add("number").add("boolean");
    }

    private static String print(ObjectNode schema) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON is JSON", e);
        }
    }
}
