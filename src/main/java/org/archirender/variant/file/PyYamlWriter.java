package org.archirender.variant.file;

import org.archirender.variant.file.YamlValue.Field;
import org.archirender.variant.file.YamlValue.Fields;
import org.archirender.variant.file.YamlValue.Items;
import org.archirender.variant.file.YamlValue.Text;

/**
 * Writes YAML byte for byte as PyYAML's {@code dump(…, default_flow_style=False)}: block style, two columns an indent,
 * the dashes of a list below a key not indented, long lines folded after column 80.
 */
final class PyYamlWriter {
    private static final int INDENT = 2;

    /** PyYAML counts the tag {@code !!str} or {@code !!bool} that it does not write as part of a key's length. */
    private static final int MAX_KEY = 128;

    private final PyYamlLine line = new PyYamlLine();

    private PyYamlWriter() {}

    /** The document that {@code root} is, with a final newline. */
    static String write(Fields root) {
        PyYamlWriter writer = new PyYamlWriter();
        writer.fields(root, 0);
        writer.line.indent(0);
        return writer.line.text();
    }

    private void node(YamlValue value, int indent, boolean inMapping) {
        if (value instanceof Text text) {
            scalar(text.text(), indent + INDENT, false);
        } else if (value instanceof Items items) {
            items(items, inMapping && !line.onlyIndicators() ? indent : indent + INDENT);
        } else if (value instanceof Fields fields) {
            fields(fields, indent + INDENT);
        }
    }

    private void items(Items list, int indent) {
        if (list.items().isEmpty()) {
            line.indicator("[]", true, false);
        }
        for (YamlValue item : list.items()) {
            line.indent(indent);
            line.indicator("-", true, true);
            node(item, indent, false);
        }
    }

    private void fields(Fields mapping, int indent) {
        if (mapping.fields().isEmpty()) {
            line.indicator("{}", true, false);
        }
        for (Field field : mapping.fields()) {
            line.indent(indent);
            if (isSimpleKey(field.key())) {
                scalar(field.key(), indent + INDENT, true);
                line.indicator(":", false, false);
            } else {
                line.indicator("?", true, true);
                scalar(field.key(), indent + INDENT, false);
                line.indent(indent);
                line.indicator(":", true, true);
            }
            node(field.value(), indent, true);
        }
    }

    private static boolean isSimpleKey(String key) {
        int length = key.codePointCount(0, key.length()) + (isBoolean(key) ? "!!bool" : "!!str").length();
        return length < MAX_KEY && !key.isEmpty() && key.indexOf('\n') < 0 && !hasOtherBreak(key);
    }

    /** The breaks of YAML 1.1 beside the newline; a carriage return alone is none for PyYAML's emitter. */
    private static boolean hasOtherBreak(String text) {
        return text.chars().anyMatch(c -> c == 0x85 || c == 0x2028 || c == 0x2029);
    }

    private static boolean isBoolean(String text) {
        return text.equals("true") || text.equals("false");
    }

    private void scalar(String text, int indent, boolean key) {
        PyYamlScalar style = isBoolean(text) ? PyYamlScalar.PLAIN : PyYamlScalar.of(text);
        switch (style) {
            case PLAIN -> new PyYamlText(line, indent, !key).plain(text);
            case SINGLE_QUOTED -> new PyYamlText(line, indent, !key).singleQuoted(text);
            case DOUBLE_QUOTED -> new PyYamlText(line, indent, !key).doubleQuoted(text);
        }
    }
}
