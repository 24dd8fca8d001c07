package org.archirender.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.problem.Problem;

/** JSON for machines: stable keys, in the order in which they are put. */
final class JsonDocument {
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

    static List<Map<String, Object>> problems(List<Problem> problems) {
        return problems.stream().map(JsonDocument::problem).toList();
    }

    private static Map<String, Object> problem(Problem problem) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("file", problem.at().file());
        keys.put("line", problem.at().line());
        keys.put("column", problem.at().column());
        keys.put("message", problem.message());
        keys.put("fix", problem.fix());
        return keys;
    }
}
