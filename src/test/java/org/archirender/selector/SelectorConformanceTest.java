package org.archirender.selector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.Corpus;
import org.archirender.python.library.Scope;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.junit.jupiter.api.Test;

/** Every distinct selector of real recipes against what Python makes of it, on four platforms. */
class SelectorConformanceTest {
    @Test
    void realSelectorsDecideAsPythonDoes() throws IOException {
        JsonNode corpus = new ObjectMapper()
                .readTree(Corpus.assumePresent().resolve("jinja/selectors.json").toFile());
        List<String> wrong = new ArrayList<>();
        int decisions = 0;
        for (String platform : List.of("linux-aarch64", "linux-64", "osx-arm64", "win-64")) {
            Scope names = names(corpus, platform);
            for (JsonNode entry : corpus.path("selectors")) {
                String expected = entry.path(platform).asText();
                String actual = decide(entry.path("selector").asText(), names);
                decisions++;
                if (!actual.equals(expected)) {
                    wrong.add(platform + " " + entry.path("selector") + ": " + actual + " instead of " + expected);
                }
            }
        }
        System.out.printf("figure: selectors: %d of %d decisions as Python's%n", decisions - wrong.size(), decisions);
        assertThat(decisions).isGreaterThan(5000);
        assertThat(wrong).isEmpty();
    }

    private static String decide(String selector, Scope names) {
        try {
            return String.valueOf(Selector.of(selector).holds(names));
        } catch (PythonException e) {
            return "error";
        }
    }

    private static Scope names(JsonNode corpus, String platform) {
        Map<String, PyValue> names = new LinkedHashMap<>();
        corpus.path("namespaces")
                .path(platform)
                .properties()
                .forEach(entry -> names.put(entry.getKey(), value(entry.getValue())));
        Map<String, String> environ = new LinkedHashMap<>();
        corpus.path("environ")
                .properties()
                .forEach(entry -> environ.put(entry.getKey(), entry.getValue().asText()));
        names.put("os", new OsModule(environ));
        names.put("environ", org.archirender.python.value.PyDict.ofStrings(environ));
        return Scope.of(names);
    }

    private static PyValue value(JsonNode node) {
        if (node.isBoolean()) {
            return PyBool.of(node.asBoolean());
        }
        return node.isIntegralNumber() ? PyInt.of(node.asLong()) : new PyStr(node.asText());
    }
}
