package org.archirender.variant.file;

import org.archirender.variant.file.YamlValue.Field;
import org.archirender.variant.file.YamlValue.Fields;
import org.archirender.variant.file.YamlValue.Items;
import org.archirender.variant.file.YamlValue.Text;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlReader;

/** Reads what was written, for tests. */
public final class YamlValues {
    private YamlValues() {}

    public static Fields read(String text, String file) {
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
        return new Fields(mapping.entries().stream()
                .map(entry -> new Field(entry.key().text(), value(entry.value())))
                .toList());
    }
}
