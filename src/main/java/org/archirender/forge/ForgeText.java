package org.archirender.forge;

import java.util.List;
import java.util.Optional;
import org.archirender.forge.ForgeConfigMerge.Change;
import org.archirender.problem.InputException;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlReader;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** The text of a conda-forge.yml, already known to be a mapping or empty, in which one key changes at a time. */
final class ForgeText {
    private final String text;
    private final String file;
    private final Spans spans;
    private final Optional<MappingNode> root;

    ForgeText(String text, String file) {
        this.text = text;
        this.file = file;
        this.spans = new Spans(text);
        this.root = YamlReader.compose(text, file)
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast);
    }

    /** The text with that one change. */
    String apply(Change change) {
        if (root.isEmpty()) {
            return change.value()
                    .map(value -> new BlockEdit(text, spans, Optional.empty()).create(change.key(), value))
                    .orElse(text);
        }
        MappingNode mapping = root.get();
        for (String key : change.path()) {
            SpannedEntry entry = last(spans.entries(mapping), key).orElseThrow();
            if (entry.isAlias() || !(entry.value() instanceof MappingNode inner)) {
                throw new InputException(
                        change.key().at(),
                        "'" + key + "' is an alias in " + file + ", so '"
                                + change.key().text() + "' below it can't be changed on its own",
                        "write the value out in " + file + " of the base");
            }
            mapping = inner;
        }
        return change(mapping, change);
    }

    private String change(MappingNode mapping, Change change) {
        List<SpannedEntry> entries = spans.entries(mapping);
        Optional<SpannedEntry> old = last(entries, change.key().text());
        boolean flow = spans.isFlow(mapping);
        if (change.value().isEmpty()) {
            boolean leavesNothing = !change.path().isEmpty()
                    && entries.stream()
                            .allMatch(entry -> entry.key().equals(change.key().text()));
            if (leavesNothing && !flow) {
                return new ForgeText(text, file).apply(emptied(change));
            }
            SpannedEntry entry = old.orElseThrow();
            String without = flow
                    ? new FlowEdit(text, spans, mapping).delete(entry)
                    : new BlockEdit(text, spans, Optional.of(mapping)).delete(entry);
            boolean again = entries.stream()
                            .filter(other -> other.key().equals(entry.key()))
                            .count()
                    > 1;
            return again ? new ForgeText(without, file).apply(change) : without;
        }
        YamlNode value = change.value().get();
        if (flow) {
            FlowEdit edit = new FlowEdit(text, spans, mapping);
            return old.map(entry -> edit.replace(entry, value)).orElseGet(() -> edit.create(change.key(), value));
        }
        BlockEdit edit = new BlockEdit(text, spans, Optional.of(mapping));
        return old.map(entry -> edit.replace(entry, value)).orElseGet(() -> edit.create(change.key(), value));
    }

    /** A block mapping without entries can't be written: its key gets {@code {}}. */
    private static Change emptied(Change change) {
        int last = change.path().size() - 1;
        YamlNode.Scalar key =
                new YamlNode.Scalar(change.key().at(), change.path().get(last), true);
        YamlNode nothing = new YamlNode.Mapping(change.key().at(), List.of());
        return new Change(change.path().subList(0, last), key, Optional.of(nothing));
    }

    private static Optional<SpannedEntry> last(List<SpannedEntry> entries, String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).reduce((first, second) -> second);
    }
}
