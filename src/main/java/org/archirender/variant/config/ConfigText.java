package org.archirender.variant.config;

import java.util.List;
import java.util.Optional;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.selector.SelectedText;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;
import org.archirender.yaml.YamlReader;

/** YAML with selectors: what they leave, every node at the line of the text as it was before. */
public final class ConfigText {
    private final List<Integer> lines;

    private ConfigText(List<Integer> lines) {
        this.lines = lines;
    }

    /**
     * The document in {@code text} after selectors.
     *
     * @throws InputException for selectors that can't be evaluated, and where the rest is no YAML
     */
    public static Optional<YamlNode> read(SelectedText text, String file, ConfigEnvironment environment) {
        List<Integer> kept = text.kept(environment.scope(), file);
        StringBuilder selected = new StringBuilder();
        kept.forEach(line -> selected.append(text.lines().get(line).text()).append('\n'));
        ConfigText origin = new ConfigText(kept);
        try {
            return YamlReader.read(selected.toString(), file).map(origin::original);
        } catch (InputException e) {
            throw e.moved(origin::original);
        }
    }

    private YamlNode original(YamlNode node) {
        Location at = original(node.at());
        return node.match(
                this::original,
                list -> new Sequence(
                        at, list.items().stream().map(this::original).toList()),
                mapping -> new Mapping(
                        at,
                        mapping.entries().stream()
                                .map(entry -> new Entry(original(entry.key()), original(entry.value())))
                                .toList()));
    }

    private Scalar original(Scalar scalar) {
        return new Scalar(original(scalar.at()), scalar.text(), scalar.plain());
    }

    private Location original(Location at) {
        return at.line() == 0 || at.line() > lines.size()
                ? at
                : new Location(at.file(), lines.get(at.line() - 1) + 1, at.column());
    }
}
