package org.archirender.variant.file;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** What a variant file is made of: texts, lists and mappings, in the order in which they are written. */
sealed interface YamlValue {
    /** Writes this value, all that is in it included. */
    void emit(Emitter emitter);

    /** A string; {@code true} and {@code false} stand for booleans. */
    record Text(String text) implements YamlValue {
        public Text {
            requireNonNull(text, "text is null");
        }

        @Override
        public void emit(Emitter emitter) {
            emitter.emit(PyYamlWriter.scalar(text));
        }
    }

    /** A list. */
    record Items(List<YamlValue> items) implements YamlValue {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public void emit(Emitter emitter) {
            emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
            items.forEach(item -> item.emit(emitter));
            emitter.emit(new SequenceEndEvent());
        }
    }

    /** A mapping, in the order of {@code fields}. */
    record Fields(Map<String, YamlValue> fields) implements YamlValue {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public void emit(Emitter emitter) {
            emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
            fields.forEach((key, value) -> {
                emitter.emit(PyYamlWriter.scalar(key));
                value.emit(emitter);
            });
            emitter.emit(new MappingEndEvent());
        }
    }

    static YamlValue texts(List<String> texts) {
        return new Items(texts.stream().<YamlValue>map(Text::new).toList());
    }
}
