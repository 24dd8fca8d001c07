package org.archirender.variant.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.archirender.conda.VariantValue;
import org.archirender.problem.InputException;
import org.archirender.python.library.Scope;
import org.archirender.python.syntax.Evaluator;
import org.archirender.python.syntax.Parser;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PythonException;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;
import org.archirender.yaml.YamlReader;

/**
 * The variants.yaml of a recipe.yaml: keys with lists, in which {@code if:} chooses between {@code then:} and {@code else:}
 * (rattler-build-conda-compat). Unlike in a conda_build_config.yaml no line has a selector.
 */
final class VariantsYaml {
    private static final String ZIP_KEYS = "zip_keys";

    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");

    private final Scope names;

    private VariantsYaml(Scope names) {
        this.names = names;
    }

    /**
     * The config in {@code text}.
     *
     * @throws InputException naming file, line and key for everything that is wrong
     */
    static VariantConfig read(String text, String file, ConfigEnvironment environment) {
        Scope names = environment.scope().or(name -> Optional.of(PyBool.FALSE));
        Optional<YamlNode> document = YamlReader.read(text, file).map(new VariantsYaml(names)::chosen);
        return VariantConfigReader.read(document, file, VariantsYaml::value);
    }

    /** An integer without quotes is one, in the variant files, too. */
    private static VariantValue value(Scalar scalar) {
        boolean isInteger = scalar.plain() && INTEGER.matcher(scalar.text()).matches();
        return new VariantValue(scalar.text(), isInteger, scalar.at());
    }

    private YamlNode chosen(YamlNode document) {
        return document instanceof Mapping mapping
                ? new Mapping(
                        mapping.at(),
                        mapping.entries().stream().map(this::chosen).toList())
                : document;
    }

    private Entry chosen(Entry entry) {
        if (!(entry.value() instanceof Sequence list)) {
            throw new InputException(
                    entry.value().at(),
                    "'" + entry.key().text() + "' has no list of values",
                    "write the values below, each behind a dash");
        }
        List<YamlNode> items = items(list).toList();
        YamlNode value = new Sequence(list.at(), items);
        boolean groups = entry.key().text().equals(ZIP_KEYS) && !items.isEmpty();
        return new Entry(entry.key(), groups ? new Sequence(list.at(), List.of(value)) : value);
    }

    /** The values, lists in lists flattened: several groups of zip_keys become one, as in the reference. */
    private Stream<YamlNode> items(YamlNode node) {
        if (node instanceof Mapping mapping) {
            Scalar condition = mapping.get("if")
                    .filter(Scalar.class::isInstance)
                    .map(Scalar.class::cast)
                    .orElseThrow(() -> new InputException(
                            mapping.at(), "an item of a variant key is a value, or has if: and then:", ""));
            return mapping.get(isTrue(condition) ? "then" : "else").stream().flatMap(this::items);
        }
        return node instanceof Sequence list ? list.items().stream().flatMap(this::items) : Stream.of(node);
    }

    private boolean isTrue(Scalar condition) {
        try {
            return Evaluator.evaluate(Parser.parse(condition.text()), names, Limits.RECIPE)
                    .truth();
        } catch (PythonException e) {
            throw new InputException(
                    condition.at(), "if: " + e.getMessage(), "correct it; what stands there: " + condition.text());
        }
    }
}
