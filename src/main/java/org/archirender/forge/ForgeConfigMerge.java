package org.archirender.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;
import org.archirender.yaml.YamlReader;

/**
 * Merges keys into conda-forge.yml by key path. Mappings merge key by key, to any depth; a null deletes the key; every
 * other value, lists too, replaces what is there. Only the lines of a changed key change: all others keep their bytes,
 * the file keeps its line ends and its final newline, or the lack of it.
 *
 * <p>A new key becomes the last of its mapping at its siblings' indent, inside a flow mapping its last entry. A key
 * that already has the value is left as it is written.
 */
public final class ForgeConfigMerge {
    private ForgeConfigMerge() {}

    /**
     * The text of {@code base} with {@code overrides} merged in.
     *
     * @param base the text of conda-forge.yml, empty where the feedstock has none
     * @param file the base's name in messages
     * @throws InputException where the base is no YAML mapping, or where a key can't be changed by its own lines
     */
    public static String merge(String base, String file, Mapping overrides) {
        Mapping before = root(base, file);
        List<Change> changes = changes(before, overrides, List.of());
        if (changes.isEmpty()) {
            return base;
        }
        String text = base;
        for (Change change : changes) {
            text = apply(change, text, file, overrides);
        }
        Mapping after = reread(text, file, overrides);
        if (!PlainValues.of(merged(before, overrides)).equals(PlainValues.of(after))) {
            throw new InputException(
                    overrides.at(),
                    "these keys can't be merged into " + file + " line by line: it is written in a way that one key's"
                            + " lines hold another key's value too (an alias, a tag or an explicit key)",
                    "write " + file + " of the base without it");
        }
        return text;
    }

    private static String apply(Change change, String text, String file, Mapping overrides) {
        try {
            return new ForgeText(text, file).apply(change);
        } catch (InputException e) {
            reread(text, file, overrides);
            throw e;
        }
    }

    /** The mapping that {@code overrides} make of {@code base}: what the merged text says. */
    static Mapping merged(Mapping base, Mapping overrides) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : base.entries()) {
            Optional<YamlNode> override = overrides.get(entry.key().text());
            if (override.isEmpty()) {
                entries.add(entry);
            } else if (!isNull(override.get())) {
                entries.add(new Entry(entry.key(), merged(entry.value(), override.get())));
            }
        }
        effective(overrides).stream()
                .filter(entry -> base.get(entry.key().text()).isEmpty() && !isNull(entry.value()))
                .forEach(entry -> entries.add(new Entry(entry.key(), withoutNulls(entry.value()))));
        return new Mapping(base.at(), entries);
    }

    private static YamlNode merged(YamlNode base, YamlNode override) {
        return base instanceof Mapping old && override instanceof Mapping changes
                ? merged(old, changes)
                : withoutNulls(override);
    }

    /** A null deletes what is not there: nothing. Inside a list it stays a value. */
    private static YamlNode withoutNulls(YamlNode node) {
        return node instanceof Mapping mapping ? merged(new Mapping(mapping.at(), List.of()), mapping) : node;
    }

    private static List<Change> changes(Mapping base, Mapping overrides, List<String> path) {
        List<Change> changes = new ArrayList<>();
        for (Entry entry : effective(overrides)) {
            Optional<YamlNode> old = base.get(entry.key().text());
            if (isNull(entry.value())) {
                old.ifPresent(node -> changes.add(new Change(path, entry.key(), Optional.empty())));
            } else if (old.orElse(null) instanceof Mapping mapping && entry.value() instanceof Mapping inner) {
                List<String> below = new ArrayList<>(path);
                below.add(entry.key().text());
                changes.addAll(changes(mapping, inner, below));
            } else {
                YamlNode value = withoutNulls(entry.value());
                if (old.isEmpty() || !PlainValues.of(old.get()).equals(PlainValues.of(value))) {
                    changes.add(new Change(path, entry.key(), Optional.of(value)));
                }
            }
        }
        return changes;
    }

    /** Entries without those that a later one of the same key replaces. */
    private static List<Entry> effective(Mapping mapping) {
        List<Entry> last = new ArrayList<>(mapping.entries());
        last.removeIf(entry -> mapping.get(entry.key().text()).orElseThrow() != entry.value());
        return last;
    }

    private static Mapping root(String text, String file) {
        YamlNode node = YamlReader.read(text, file).orElseGet(() -> new Mapping(new Location(file, 1, 1), List.of()));
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        if (isNull(node)) {
            return new Mapping(node.at(), List.of());
        }
        throw new InputException(
                node.at(),
                "is " + (node instanceof Sequence ? "a list" : "a single value") + ", not a mapping of keys to values",
                "write KEY: VALUE lines");
    }

    /** Text that we have just written: what is wrong with it is the base's way of writing, not its content. */
    private static Mapping reread(String text, String file, Mapping overrides) {
        try {
            return root(text, file);
        } catch (InputException e) {
            throw new InputException(
                    overrides.at(),
                    "merging these keys into " + file + " line by line gives no valid YAML ("
                            + e.problems().get(0).message() + ")",
                    "write " + file + " of the base in plain block style");
        }
    }

    private static boolean isNull(YamlNode node) {
        return node instanceof Scalar scalar && scalar.isNull();
    }

    /**
     * One key that changes.
     *
     * @param path the keys of the mapping that holds it, which exists
     * @param value the new value without nulls in mappings; empty to delete the key
     */
    record Change(List<String> path, Scalar key, Optional<YamlNode> value) {}
}
