package org.archirender.forge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/**
 * YAML nodes as plain data: maps in the order of the text, lists, strings, booleans and whole numbers. A number that
 * would print otherwise than it is written ({@code 1.10}, {@code 007}, {@code 5e34}) stays text, so that nothing is lost.
 */
public final class PlainValues {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private PlainValues() {}

    /** The plain value of {@code node}; a null is an empty text, and the last of duplicate keys counts. */
    public static Object of(YamlNode node) {
        return node.<Object>match(
                scalar -> scalar.plain() ? typed(scalar) : scalar.text(),
                list -> list.items().stream().map(PlainValues::of).toList(),
                PlainValues::of);
    }

    /** The plain value of a mapping. */
    public static Map<String, Object> of(Mapping mapping) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            values.put(entry.key().text(), of(entry.value()));
        }
        return values;
    }

    private static Object typed(Scalar scalar) {
        if (scalar.isNull()) {
            return "";
        }
        return switch (scalar.text()) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default ->
                WHOLE_NUMBER.matcher(scalar.text()).matches() ? (Object) Long.valueOf(scalar.text()) : scalar.text();
        };
    }
}
