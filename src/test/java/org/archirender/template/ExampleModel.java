package org.archirender.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.archirender.forge.PlainValues;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlReader;

/** The examples of docs/templates.md as a model: what templates may use, and nothing else. */
final class ExampleModel {
    private ExampleModel() {}

    static Map<String, Object> feedstock() {
        return model(TemplateScope.FEEDSTOCK);
    }

    static Map<String, Object> port() {
        return model(TemplateScope.PORT);
    }

    private static Map<String, Object> model(TemplateScope scope) {
        Map<String, Object> model = new LinkedHashMap<>();
        for (Variable variable : Variable.ALL) {
            boolean seen = scope == TemplateScope.FEEDSTOCK || !variable.feedstockOnly();
            if (seen && !variable.name().contains("[]") && !variable.name().equals("generated")) {
                put(model, variable);
            }
        }
        model.put("settings", settings());
        return model;
    }

    @SuppressWarnings("unchecked") // a mapping that this class has put
    private static void put(Map<String, Object> model, Variable variable) {
        Object value = PlainValues.of(
                YamlReader.read(variable.example(), variable.name()).orElseThrow());
        String[] parts = variable.name().split("\\.", -1);
        if (parts.length == 1) {
            model.put(parts[0], value);
        } else {
            ((Map<String, Object>) model.computeIfAbsent(parts[0], name -> new LinkedHashMap<>())).put(parts[1], value);
        }
    }

    /** The block below "Settings of the shipped providers". */
    private static Object settings() {
        try {
            String text = Files.readString(Path.of("docs/templates.md"));
            String block = text.substring(text.indexOf("\n    settings:\n"));
            Mapping mapping = (Mapping) YamlReader.read(
                            block.lines()
                                    .skip(1)
                                    .takeWhile(line -> line.isEmpty() || line.startsWith("    "))
                                    .reduce("", (all, line) -> all + line.replaceFirst("^ {4}", "") + "\n"),
                            "docs/templates.md")
                    .orElseThrow();
            return PlainValues.of(mapping.get("settings").orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
