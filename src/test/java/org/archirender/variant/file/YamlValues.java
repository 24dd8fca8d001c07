package org.archirender.variant.file;

import java.util.LinkedHashMap;
import java.util.Map;
import org.archirender.variant.file.YamlValue.Fields;
import org.archirender.variant.file.YamlValue.Items;
import org.archirender.variant.file.YamlValue.Text;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlReader;

/** Reads what was written, for tests. */
final class YamlValues {
    private YamlValues() {}

    static Fields read(String text, String file) {
        return (Fields) value(YamlReader.read(text, file).orElseThrow());
    }

    private static YamlValue value(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return new Text(scalar.text());
        }
        if (node instanceof YamlNode.Sequence sequence) {
            return new Items(sequence.items().stream().map(YamlValues::value).toList());
        }
        YamlNode.Mapping mapping = (YamlNode.Mapping) node;
        Map<String, YamlValue> fields = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> fields.put(entry.key().text(), value(entry.value())));
        return new Fields(fields);
    }
}
