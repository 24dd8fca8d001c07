package org.archirender.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;

/**
 * Merging by key path: mappings merge key by key, to any depth; a null deletes the key; every other value, lists too,
 * replaces what is there. {@code {a: {b: 1, c: 2}}} and {@code {a: {b: null, d: [3]}}} → {@code {a: {c: 2, d: [3]}}}
 */
public final class KeyPathMerge {
    private KeyPathMerge() {}

    /** What {@code overrides} make of {@code base}. */
    public static Mapping merged(Mapping base, Mapping overrides) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : base.entries()) {
            Optional<YamlNode> override = overrides.get(entry.key().text());
            if (override.isEmpty()) {
                entries.add(entry);
            } else if (!override.get().isNull()) {
                entries.add(new Entry(entry.key(), merged(entry.value(), override.get())));
            }
        }
        effective(overrides).stream()
                .filter(entry ->
                        base.get(entry.key().text()).isEmpty() && !entry.value().isNull())
                .forEach(entry -> entries.add(new Entry(entry.key(), withoutNulls(entry.value()))));
        return new Mapping(base.at(), entries);
    }

    /** What {@code override} makes of the value {@code base}. */
    public static YamlNode merged(YamlNode base, YamlNode override) {
        return base instanceof Mapping old && override instanceof Mapping changes
                ? merged(old, changes)
                : withoutNulls(override);
    }

    /** A null deletes what is not there: nothing. Inside a list it stays a value. */
    public static YamlNode withoutNulls(YamlNode node) {
        return node instanceof Mapping mapping ? merged(new Mapping(mapping.at(), List.of()), mapping) : node;
    }

    /** Entries without those that a later one of the same key replaces. */
    public static List<Entry> effective(Mapping mapping) {
        List<Entry> last = new ArrayList<>(mapping.entries());
        last.removeIf(entry -> mapping.get(entry.key().text()).orElseThrow() != entry.value());
        return last;
    }
}
