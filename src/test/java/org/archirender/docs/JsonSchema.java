package org.archirender.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.archirender.overlay.Condition;
import org.archirender.overlay.Operations;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.edit.Operation;
import org.archirender.render.PortReader;
import org.archirender.template.ProviderReader;
import org.archirender.yaml.Field;
import org.archirender.yaml.Fields;

/** The JSON Schemas (draft 7) of overlay.yaml, port.yaml and provider.yaml, from the tables that their readers use. */
public final class JsonSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

    private JsonSchema() {}

    /** That of overlay.yaml. */
    public static String overlay() {
        ObjectNode schema = document("overlay.yaml of archi-render", Overlay.KEYS);
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
        ObjectNode schema = document("port.yaml of archi-render", PortReader.KEYS);
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

    /** That of provider.yaml. */
    public static String provider() {
        ObjectNode schema = document("provider.yaml of archi-render", ProviderReader.KEYS);
        FieldSchema.fields(schema.putObject("definitions").putObject("file"), ProviderReader.FILE);
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

    private static ObjectNode document(String title, Fields keys) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", DRAFT);
        schema.put("title", title);
        FieldSchema.fields(schema, keys);
        return schema;
    }

    private static ObjectNode operation(Operation operation) {
        ObjectNode schema = JSON.objectNode();
        schema.put("type", "object");
        schema.put("description", operation.meaning());
        List<Field> fields = new ArrayList<>(List.of(operation.subject()));
        fields.addAll(operation.allFields());
        FieldSchema.fields(schema, new Fields(operation.name(), false, fields));
        if (operation.why().when().equals("always")) {
            schema.withArray("required").add("why");
        }
        return schema;
    }

    private static ObjectNode condition() {
        ObjectNode condition = JSON.objectNode();
        FieldSchema.fields(condition, Condition.FIELDS);
        ObjectNode dependencies = condition.putObject("dependencies");
        Condition.KINDS.forEach(kind -> kind.others()
                .forEach(other ->
                        dependencies.putArray(other.name()).add(kind.field().name())));
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
