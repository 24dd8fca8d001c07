package org.archirender.cli.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.overlay.EditResult;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.tree.FileChange;

/** JSON for machines: stable keys, in the order in which they are put. */
public final class JsonDocument {
    private JsonDocument() {}

    static String text(Map<String, ?> document) {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not a JSON document: " + document, e);
        }
    }

    public static List<Map<String, Object>> problems(List<Problem> problems) {
        return problems.stream().map(JsonDocument::problem).toList();
    }

    private static Map<String, Object> problem(Problem problem) {
        Map<String, Object> keys = new LinkedHashMap<>();
        put(keys, problem.at());
        keys.put("column", problem.at().column());
        keys.put("message", problem.message());
        keys.put("fix", problem.fix());
        return keys;
    }

    public static Map<String, Object> edit(EditResult result) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("edit", result.edit().title());
        keys.put("status", result.status().name());
        keys.put("why", result.edit().why().orElse(""));
        put(keys, result.at());
        keys.put("message", result.message());
        return keys;
    }

    public static Map<String, Object> change(FileChange change) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("path", change.path().value());
        keys.put("change", change.kind());
        return keys;
    }

    /** A text by {@code name}, and the place that it stands at. */
    public static Map<String, Object> placed(String name, String text, Location at) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(name, text);
        put(keys, at);
        return keys;
    }

    private static void put(Map<String, Object> keys, Location at) {
        keys.put("file", at.file());
        keys.put("line", at.line());
    }
}
