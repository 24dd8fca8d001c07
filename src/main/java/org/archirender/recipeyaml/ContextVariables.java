package org.archirender.recipeyaml;

import java.util.List;
import org.archirender.minijinja.TextTemplate;
import org.archirender.problem.InputException;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Scalar;

/** The variables below {@code context:}, in the order in which they are set. */
record ContextVariables(RecipeYaml recipe, Names names, RecipeVisit visit) {
    List<Entry> entries() {
        return recipe.root()
                .get("context")
                .filter(context -> !context.isNull())
                .map(context -> PackageText.mapping(context, "context").entries())
                .orElse(List.of());
    }

    /** Sets one, from those before it. */
    void define(Entry entry) {
        String name = entry.key().text();
        if (name.contains("-")) {
            throw new InputException(
                    entry.key().at(), "context: the name '" + name + "' has a dash", "write it with an underscore");
        }
        YamlNode value = entry.value();
        names.setContext(
                name,
                value instanceof Scalar scalar
                        ? contextValue(scalar)
                        : new PyList(value.asList().stream()
                                .map(item -> (PyValue)
                                        new PyStr(item.texts().findFirst().orElse("")))
                                .toList()));
    }

    /** Typed where it is plain; a template of one expression keeps the expression's kind. */
    private PyValue contextValue(Scalar scalar) {
        if (!TextTemplate.isTemplate(scalar.text())) {
            return scalar.plain() ? readBack(scalar.text()) : new PyStr(scalar.text());
        }
        if (recipe.template(scalar).isSingle()) {
            return scalar.plain() ? visit.value(scalar) : new PyStr(visit.rendered(scalar));
        }
        return readBack(visit.rendered(scalar));
    }

    /** Text that reads as true, false or an integer is one. */
    private static PyValue readBack(String text) {
        return switch (PyStr.lower(text)) {
            case "true" -> PyBool.TRUE;
            case "false" -> PyBool.FALSE;
            default -> text.matches("[-+]?[0-9]{1,18}") ? PyInt.of(Long.parseLong(text)) : new PyStr(text);
        };
    }
}
