package org.archirender.variant.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.VariantValue;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.selector.SelectedText;
import org.archirender.variant.config.ConfigEnvironment;
import org.archirender.variant.config.ConfigText;
import org.archirender.variant.config.VariantConfigReader;
import org.archirender.variant.migration.Migration.Operation;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;

/** Reads migration files. */
public final class MigrationReader {
    private static final String TIMESTAMP = "migrator_ts";
    private static final String MIGRATOR = "__migrator";

    private MigrationReader() {}

    /** The migration in {@code text}, of which only the lines count that their selectors keep. */
    public static Migration read(String text, String file, ConfigEnvironment environment) {
        Mapping root = mapping(ConfigText.read(SelectedText.of(text), file, environment), file);
        Mapping migrator =
                root.get(MIGRATOR).flatMap(MigrationReader::asMapping).orElse(new Mapping(root.at(), List.of()));
        List<Entry> values = root.entries().stream()
                .filter(entry -> !entry.key().text().equals(TIMESTAMP)
                        && !entry.key().text().equals(MIGRATOR))
                .toList();
        return new Migration(
                migrator.at(),
                root.get(TIMESTAMP).map(MigrationReader::timestamp).orElse(-1.0),
                migrator.get("operation").flatMap(MigrationReader::operation),
                texts(migrator, "primary_key"),
                texts(migrator, "additional_zip_keys"),
                ordering(migrator),
                VariantConfigReader.read(values, file));
    }

    private static Mapping mapping(Optional<YamlNode> document, String file) {
        return document.flatMap(MigrationReader::asMapping).orElse(new Mapping(Location.of(file), List.of()));
    }

    static Optional<Mapping> asMapping(YamlNode node) {
        if (node instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        if (node instanceof Scalar scalar && scalar.text().isEmpty()) {
            return Optional.empty();
        }
        throw new InputException(node.at(), "a migration has a mapping here, and this is none", "write KEY: VALUE");
    }

    private static double timestamp(YamlNode node) {
        String said = node instanceof Scalar scalar ? ": " + scalar.text() : "";
        try {
            return Double.parseDouble(node instanceof Scalar scalar ? scalar.text() : "");
        } catch (NumberFormatException e) {
            throw new InputException(node.at(), TIMESTAMP + " is no number" + said, "give the seconds since 1970");
        }
    }

    private static Optional<Operation> operation(YamlNode node) {
        String name = node instanceof Scalar scalar ? scalar.text() : "";
        if (name.isEmpty() && node instanceof Scalar) {
            return Optional.empty();
        }
        return Optional.of(Operation.of(name)
                .orElseThrow(() -> new InputException(
                        node.at(), "no operation of a migration: " + name, "use key_add, key_remove or none")));
    }

    private static List<String> texts(Mapping migrator, String key) {
        return migrator.get(key)
                .map(node -> values(node, key).stream().map(VariantValue::text).toList())
                .orElse(List.of());
    }

    private static SortedMap<String, List<VariantValue>> ordering(Mapping migrator) {
        TreeMap<String, List<VariantValue>> ordering = new TreeMap<>();
        migrator.get("ordering")
                .flatMap(MigrationReader::asMapping)
                .ifPresent(mapping -> mapping.entries().forEach(entry -> {
                    String key = entry.key().text();
                    List<VariantValue> values = values(entry.value(), "ordering of " + key);
                    if (!values.isEmpty()) {
                        ordering.put(key, values);
                    }
                }));
        return ordering;
    }

    /** A text or a list of texts. */
    private static List<VariantValue> values(YamlNode node, String what) {
        List<VariantValue> values = new ArrayList<>();
        for (YamlNode item : node.asList()) {
            if (!(item instanceof Scalar scalar)) {
                throw new InputException(item.at(), what + " is no list of texts", "write - TEXT");
            }
            if (node instanceof Sequence || !scalar.text().isEmpty()) {
                values.add(new VariantValue(scalar.text(), scalar.at()));
            }
        }
        return values;
    }
}
