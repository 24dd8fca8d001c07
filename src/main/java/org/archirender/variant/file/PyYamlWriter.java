package org.archirender.variant.file;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.archirender.conda.VariantValue;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/**
 * Writes YAML byte for byte as PyYAML's {@code dump(…, default_flow_style=False)}: block style, two columns an indent,
 * the dashes of a list below a key not indented, long lines folded after column 80, all of it in ASCII. Two things that
 * no variant file has are folded elsewhere: a long line with U+2028 or U+2029, and a key of 117 characters or more with
 * an emoji.
 */
final class PyYamlWriter {
    /** Plain texts that YAML 1.1 takes for null, a boolean, a number, a time, a merge key or a default. */
    private static final Pattern NO_STRING = Pattern.compile(String.join(
            "|",
            "~|null|Null|NULL",
            "yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF",
            "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?",
            "\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?",
            "[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])++\\.[0-9_]*",
            "[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)",
            "[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+",
            "[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])++",
            "[0-9]{4}-[0-9]{2}-[0-9]{2}",
            "[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \\t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?"
                    + "(?:[ \\t]*(?:Z|[-+][0-9][0-9]?(?::[0-9]{2})?))?",
            "<<|="));

    private static final DumpSettings SETTINGS = DumpSettings.builder()
            .setIndicatorIndent(0)
            .setWidth(80)
            .setUseUnicodeEncoding(false)
            // PyYAML's limit is 128, with the tag !!str, which it does not write, as part of a key's length.
            .setMaxSimpleKeyLength(123)
            .build();

    private final Ascii out = new Ascii();
    private final Emitter emitter = new Emitter(SETTINGS, out);

    private PyYamlWriter() {}

    /** The document that {@code root} writes, with a final newline. */
    static String document(Consumer<PyYamlWriter> root) {
        PyYamlWriter yaml = new PyYamlWriter();
        yaml.emitter.emit(new StreamStartEvent());
        yaml.emitter.emit(new DocumentStartEvent(false, Optional.empty(), Collections.emptyMap()));
        root.accept(yaml);
        yaml.emitter.emit(new DocumentEndEvent(false));
        yaml.emitter.emit(new StreamEndEvent());
        return yaml.out.text.toString();
    }

    /** A list of what {@code write} writes for each of {@code items}. */
    <T> void list(List<T> items, Consumer<T> write) {
        emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
        items.forEach(write);
        emitter.emit(new SequenceEndEvent());
    }

    /** A mapping, in the order of {@code fields}, each key to what {@code write} writes for its value. */
    <T> void mapping(Map<String, T> fields, Consumer<T> write) {
        emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
        fields.forEach((key, value) -> {
            text(key);
            write.accept(value);
        });
        emitter.emit(new MappingEndEvent());
    }

    /**
     * {@code text}, plain where it reads back as the same string under YAML 1.1, else in quotes: {@code 3.10} →
     * {@code '3.10'}. {@code true} and {@code false} stand for booleans.
     */
    void text(String text) {
        boolean flag = text.equals("true") || text.equals("false");
        scalar(text, flag || !NO_STRING.matcher(text).matches());
    }

    /** {@code value}: an integer bare, else as {@link #text}. */
    void value(VariantValue value) {
        if (value.isInteger()) {
            scalar(value.text(), true);
        } else {
            text(value.text());
        }
    }

    private void scalar(String text, boolean plain) {
        boolean quoted = text.isEmpty() || text.indexOf('\n') >= 0;
        emitter.emit(new ScalarEvent(
                Optional.empty(),
                Optional.empty(),
                new ImplicitTuple(plain, true),
                text,
                quoted ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.PLAIN));
    }

    /** Takes what the emitter writes, its escapes as PyYAML spells them: {@code \xe9} → {@code \xE9}. */
    private static final class Ascii implements StreamDataWriter {
        private static final Pattern ESCAPE = Pattern.compile("\\\\[xuU][0-9a-f]+");

        private final StringBuilder text = new StringBuilder();

        /** An escape or a mark: the document's own texts come by the other method. */
        @Override
        public void write(String mark) {
            text.append(ESCAPE.matcher(mark).matches() ? escape(mark) : mark);
        }

        @Override
        public void write(String part, int from, int length) {
            text.append(part, from, from + length);
        }

        private static String escape(String lower) {
            return switch (lower) {
                case "\\u2028" -> "\\L";
                case "\\u2029" -> "\\P";
                default -> lower.substring(0, 2) + lower.substring(2).toUpperCase(Locale.ROOT);
            };
        }
    }
}
