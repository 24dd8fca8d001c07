package org.archirender.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.yaml.KeyPathMerge;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlReader;

/**
 * Merges keys into conda-forge.yml by key path, as {@link KeyPathMerge} says. Only the lines of a changed key change: all
 * others keep their bytes, the file keeps its line ends and its final newline, or the lack of it.
 *
 * <p>A new key becomes the last of its mapping at its siblings' indent, inside a flow mapping its last entry, unless it is
 * placed after a sibling. A key that already has the value is left as it is written.
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
        return merge(base, file, overrides, new Mapping(overrides.at(), List.of()));
    }

    /**
     * The same with several mappings, one after the other, and places for new keys.
     *
     * @param after what siblings these are put after, by path: {@code {provider/linux_aarch64: linux_64}}. That of a key
     *     which the base has means nothing
     * @throws InputException also where no override sets such a key, or where the sibling is not there
     */
    public static String merge(String base, String file, List<Mapping> overrides, Mapping after) {
        KeyPlaces.refuseUnset(after, overrides);
        String text = base;
        for (Mapping keys : overrides) {
            text = merge(text, file, keys, after);
        }
        return text;
    }

    private static String merge(String base, String file, Mapping overrides, Mapping after) {
        Mapping before = root(base, file);
        String text = MappingEdits.merge(base, file, before, overrides, after);
        if (!text.equals(base)) {
            Mapping changed = reread(text, file, overrides);
            if (!says(changed, KeyPathMerge.merged(before, overrides))) {
                throw notByLines(overrides.at(), file);
            }
        }
        return text;
    }

    private static boolean says(YamlNode node, YamlNode other) {
        return PlainValues.of(node).equals(PlainValues.of(other));
    }

    static InputException notByLines(Location at, String file) {
        return new InputException(
                at,
                "these keys can't be merged into " + file + " line by line: it is written in a way that one key's"
                        + " lines hold another key's value too (an alias, a tag or an explicit key)",
                "write " + file + " of the base without it");
    }

    /** The overrides that change something, each key once. */
    static List<Entry> changes(Mapping base, Mapping overrides) {
        List<Entry> changes = new ArrayList<>();
        for (Entry entry : KeyPathMerge.effective(overrides)) {
            Optional<YamlNode> old = base.get(entry.key().text());
            boolean changed = entry.value().isNull()
                    ? old.isPresent()
                    : old.isEmpty() || !says(old.get(), KeyPathMerge.merged(old.get(), entry.value()));
            if (changed) {
                changes.add(entry);
            }
        }
        return changes;
    }

    private static Mapping root(String text, String file) {
        YamlNode node = YamlReader.read(text, file).orElseGet(() -> new Mapping(new Location(file, 1, 1), List.of()));
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        if (node.isNull()) {
            return new Mapping(node.at(), List.of());
        }
        throw new InputException(
                node.at(), "is " + node.kind() + ", not a mapping of keys to values", "write KEY: VALUE lines");
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
}
