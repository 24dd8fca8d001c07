package org.archirender.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;

/**
 * Writes YAML values as lines. Plain scalars stay as they are written, all others are in single quotes, and in double
 * ones where they hold characters that single quotes can't.
 *
 * @param step blanks by which a nested mapping is indented
 * @param listStep blanks by which a list stands in from its key
 */
record YamlLines(int step, int listStep) {
    private static final Pattern NEEDS_ESCAPES = Pattern.compile(
            "[^\\x20-\\x7e\\u00a0-\\ud7ff\\ue000-\\ufefe" + "\\uff00-\\ufffd\\x{10000}-\\x{10ffff}]|[\\u2028\\u2029]");
    private static final Pattern FLOW_MARKS = Pattern.compile("[,\\[\\]{}]");

    /** {@code key: value} and, for a mapping or a list that is not empty, the lines below it. */
    List<String> entry(String indent, Scalar key, YamlNode value) {
        List<String> lines = new ArrayList<>();
        if (isBlock(value)) {
            lines.add(indent + flow(key) + ":");
            lines.addAll(block(indent, value));
        } else {
            lines.add(indent + flow(key) + ": " + inline(value));
        }
        return lines;
    }

    /** Whether a value in block style takes lines of its own. */
    static boolean isBlock(YamlNode value) {
        return (value instanceof Mapping mapping && !mapping.entries().isEmpty())
                || (value instanceof Sequence sequence && !sequence.items().isEmpty());
    }

    /** The lines of a mapping or list below a key that stands at {@code indent}. */
    List<String> block(String indent, YamlNode value) {
        List<String> lines = new ArrayList<>();
        if (value instanceof Mapping mapping) {
            String inner = indent + " ".repeat(step);
            mapping.entries().forEach(entry -> lines.addAll(entry(inner, entry.key(), entry.value())));
        } else if (value instanceof Sequence sequence) {
            String dash = indent + " ".repeat(listStep) + "- ";
            sequence.items().forEach(item -> lines.add(dash + (item instanceof Scalar ? inline(item) : flow(item))));
        }
        return lines;
    }

    /** A value on one line where the line ends after it. */
    static String inline(YamlNode value) {
        return value instanceof Scalar scalar && isPlain(scalar) ? scalar.text() : flow(value);
    }

    /** A value on one line inside brackets or braces. */
    static String flow(YamlNode value) {
        return value.match(
                YamlLines::flow,
                list -> list.items().stream().map(YamlLines::flow).collect(Collectors.joining(", ", "[", "]")),
                mapping -> mapping.entries().stream().map(YamlLines::flow).collect(Collectors.joining(", ", "{", "}")));
    }

    private static String flow(Scalar scalar) {
        if (scalar.isNull()) {
            return "null";
        }
        boolean plain = isPlain(scalar) && !FLOW_MARKS.matcher(scalar.text()).find();
        return plain ? scalar.text() : quoted(scalar.text());
    }

    /** An entry of a flow mapping. */
    static String flow(Entry entry) {
        return flow(entry.key()) + ": " + flow(entry.value());
    }

    private static boolean isPlain(Scalar scalar) {
        return scalar.plain() && !scalar.isNull() && scalar.text().indexOf('\n') < 0;
    }

    private static String quoted(String text) {
        if (!NEEDS_ESCAPES.matcher(text).find()) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder escaped = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> escaped.append('\\').appendCodePoint(c);
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                default -> {
                    String one = Character.toString(c);
                    boolean escape = NEEDS_ESCAPES.matcher(one).matches();
                    escaped.append(escape ? String.format(Locale.ROOT, "\\u%04x", c) : one);
                }
            }
        });
        return escaped.append('"').toString();
    }
}
