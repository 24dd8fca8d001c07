package org.archirender.variant.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlReader;

/** A document of YAML as data, written and read back. */
sealed interface YamlValue extends Consumer<PyYamlWriter> {
    record Text(String text) implements YamlValue {
        @Override
        public void accept(PyYamlWriter yaml) {
            yaml.text(text);
        }
    }

    record Items(List<YamlValue> items) implements YamlValue {
        @Override
        public void accept(PyYamlWriter yaml) {
            yaml.list(items, item -> item.accept(yaml));
        }
    }

    record Fields(Map<String, YamlValue> fields) implements YamlValue {
        @Override
        public void accept(PyYamlWriter yaml) {
            yaml.mapping(fields, value -> value.accept(yaml));
        }
    }

    static YamlValue texts(List<String> texts) {
        return new Items(texts.stream().<YamlValue>map(Text::new).toList());
    }

    static Fields read(String text, String file) {
        return (Fields) of(YamlReader.read(text, file).orElseThrow());
    }

    private static YamlValue of(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return new Text(scalar.text());
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return new Items(sequence.items().stream().map(YamlValue::of).toList());
        }
        YamlNode.Mapping mapping = (YamlNode.Mapping) node;
        Map<String, YamlValue> fields = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> fields.put(entry.key().text(), of(entry.value())));
        return new Fields(fields);
    }
}
