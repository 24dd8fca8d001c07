package org.archirender.variant.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.archirender.conda.VariantValue;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.variant.config.VariantConfig.Setting;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;

/** Reads one YAML mapping as a config, and collects all that is wrong with its shape. */
public final class VariantConfigReader {
    /** Text substitutions of conda-build in built packages: no key of the matrix. */
    private static final String REPLACEMENTS = "replacements";

    private static final String ZIP_KEYS = "zip_keys";
    private static final String PIN_RUN_AS_BUILD = "pin_run_as_build";

    private final SortedMap<String, Setting> settings = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, VariantValue>> pins = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private List<List<VariantValue>> zipKeys = List.of();

    private final Function<Scalar, VariantValue> value;

    private VariantConfigReader(Function<Scalar, VariantValue> value) {
        this.value = value;
    }

    /** The config in {@code document}, of any shape; an absent one is an empty config. */
    public static VariantConfig read(Optional<YamlNode> document, String file) {
        return read(document, file, VariantConfigReader::text);
    }

    /** As {@link #read(Optional, String)}, where {@code value} makes a key's values of scalars. */
    static VariantConfig read(Optional<YamlNode> document, String file, Function<Scalar, VariantValue> value) {
        if (document.isEmpty() || (document.get() instanceof Scalar scalar && scalar.isNull())) {
            return VariantConfig.empty(file);
        }
        if (document.get() instanceof Mapping mapping) {
            return read(mapping.entries(), file, value);
        }
        throw new InputException(
                document.get().at(), "variants are not a mapping of keys to values", "write key: value");
    }

    public static VariantConfig read(List<Entry> entries, String file) {
        return read(entries, file, VariantConfigReader::text);
    }

    private static VariantConfig read(List<Entry> entries, String file, Function<Scalar, VariantValue> value) {
        VariantConfigReader reader = new VariantConfigReader(value);
        entries.forEach(reader::entry);
        if (!reader.problems.isEmpty()) {
            throw new InputException(reader.problems);
        }
        return new VariantConfig(file, reader.settings, reader.zipKeys, reader.pins);
    }

    private void entry(Entry entry) {
        switch (entry.key().text()) {
            case REPLACEMENTS -> {}
            case ZIP_KEYS -> zipKeys(entry.value());
            case PIN_RUN_AS_BUILD -> pins(entry.value());
            default -> setting(entry.key(), entry.value());
        }
    }

    private void setting(Scalar key, YamlNode value) {
        List<VariantValue> values = values(key.text(), value);
        if (values.isEmpty()) {
            settings.remove(key.text());
        } else {
            settings.put(key.text(), new Setting(key.at(), values));
        }
    }

    private List<VariantValue> values(String key, YamlNode node) {
        if (node instanceof Scalar scalar) {
            return scalar.text().isEmpty() ? List.of() : List.of(value.apply(scalar));
        }
        List<VariantValue> values = new ArrayList<>();
        if (node instanceof Sequence sequence) {
            for (YamlNode item : sequence.items()) {
                if (item instanceof Scalar scalar) {
                    values.add(value.apply(scalar));
                } else {
                    problem(item.at(), key + " has a value that is no plain text", "give each value one line, - VALUE");
                }
            }
        } else {
            problem(node.at(), key + " is a mapping", "give it a value or a list of values");
        }
        return values;
    }

    private void zipKeys(YamlNode node) {
        zipKeys = List.of();
        if (node instanceof Scalar scalar && scalar.text().isEmpty()) {
            return;
        }
        List<List<VariantValue>> groups = new ArrayList<>();
        List<VariantValue> flat = new ArrayList<>();
        for (YamlNode item : node.asList()) {
            if (item instanceof Scalar scalar && node instanceof Sequence) {
                flat.add(text(scalar));
            } else if (item instanceof Sequence group
                    && scalars(group).size() == group.items().size()) {
                groups.add(scalars(group));
            } else {
                problem(item.at(), "zip_keys is no list of keys and no list of such lists", "write - [KEY, KEY]");
            }
        }
        if (!flat.isEmpty() && !groups.isEmpty()) {
            problem(flat.get(0).at(), "zip_keys mixes keys and lists of keys", "write each group as a list");
        }
        zipKeys = flat.isEmpty()
                ? groups.stream().filter(group -> !group.isEmpty()).toList()
                : List.of(flat);
    }

    private static List<VariantValue> scalars(Sequence group) {
        return group.items().stream()
                .filter(Scalar.class::isInstance)
                .map(item -> text((Scalar) item))
                .toList();
    }

    private void pins(YamlNode node) {
        pins.clear();
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> pin(entry.key(), entry.value()));
        } else if (!(node instanceof Scalar scalar && scalar.text().isEmpty())) {
            problem(node.at(), "pin_run_as_build is no mapping", "write PACKAGE: {max_pin: x.x}");
        }
    }

    private void pin(Scalar name, YamlNode node) {
        SortedMap<String, VariantValue> pin = new TreeMap<>();
        boolean empty = node instanceof Scalar scalar && scalar.text().isEmpty();
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                List<VariantValue> values = values("pin_run_as_build of " + name.text(), entry.value());
                values.stream().limit(1).forEach(value -> pin.put(entry.key().text(), value));
            }
        } else if (!empty) {
            problem(node.at(), "pin_run_as_build of " + name.text() + " is no mapping", "write {max_pin: x.x}");
        }
        pins.remove(name.text());
        if (!pin.isEmpty()) {
            pins.put(name.text(), pin);
        }
    }

    private static VariantValue text(Scalar scalar) {
        return new VariantValue(scalar.text(), scalar.at());
    }

    private void problem(Location at, String message, String fix) {
        problems.add(new Problem(at, message, fix));
    }
}
