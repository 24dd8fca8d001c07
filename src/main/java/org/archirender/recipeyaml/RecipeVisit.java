package org.archirender.recipeyaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.archirender.minijinja.TextTemplate;
import org.archirender.problem.Location;
import org.archirender.python.library.Meter;
import org.archirender.python.value.Budget;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/**
 * Goes through the parts of a recipe.yaml as an evaluation does: what it looks up is kept in {@link Names}, which branches
 * it takes here. A branch that is not taken looks up nothing, but scripts count in full.
 */
final class RecipeVisit {
    /** Names that stay as they are where only a build knows them. */
    private static final List<String> LATE = List.of("SRC_DIR", "RECIPE_DIR", "BUILD_DIR", "PREFIX", "BUILD_PREFIX");

    private static final List<String> LATE_AT = List.of("patches", "license_file");

    /** What looking at a node of the recipe costs for each variant. */
    private static final int NODE = 50;

    /** An item of a list, rendered, and where it stands. */
    record Item(String text, Location at) {}

    private final RecipeYaml recipe;
    private final Names names;
    private final Meter meter = new Meter(Limits.RECIPE);
    private SortedMap<Location, RecipePackage.Condition> conditions = new TreeMap<>(RecipePackage.PLACES);

    RecipeVisit(RecipeYaml recipe, Names names) {
        this.recipe = recipe;
        this.names = names;
    }

    /** From here on branches are kept in {@code into}. */
    void record(SortedMap<Location, RecipePackage.Condition> into) {
        conditions = into;
    }

    /** What the expressions in {@code scalar} give. */
    PyValue value(Scalar scalar) {
        names.moveTo(scalar.at());
        TextTemplate template = recipe.template(scalar);
        return RecipeYaml.placed(scalar, () -> template.value(names, meter));
    }

    /** The scalar as text; {@code ""} for what is none. */
    String text(YamlNode node) {
        return node instanceof Scalar scalar ? rendered(scalar).strip() : "";
    }

    String rendered(Scalar scalar) {
        Budget.charge(NODE);
        if (!TextTemplate.isTemplate(scalar.text())) {
            return scalar.text();
        }
        names.moveTo(scalar.at());
        TextTemplate template = recipe.template(scalar);
        return RecipeYaml.placed(scalar, () -> template.text(names, meter));
    }

    /** As {@link #rendered}, with more names that are known here alone. */
    String rendered(Scalar scalar, Map<String, PyValue> late) {
        names.setLate(late);
        String text = rendered(scalar);
        names.setLate(new TreeMap<>());
        return text;
    }

    boolean isTrue(Scalar scalar) {
        if (scalar.text().isBlank()) {
            return false;
        }
        names.moveTo(scalar.at());
        TextTemplate condition = recipe.condition(scalar);
        PyValue value = RecipeYaml.placed(scalar, () -> condition.value(names, meter));
        boolean printed = value instanceof PyStr && TextTemplate.isTemplate(scalar.text());
        return printed ? value.str().strip().equals("true") : RecipeYaml.placed(scalar, value::truth);
    }

    /** The scalars and mappings of a list, of conditionals the branch that is taken. */
    Stream<YamlNode> conditioned(YamlNode node) {
        Budget.charge(NODE);
        if (node instanceof Mapping mapping && mapping.get("if").isPresent()) {
            String branch = isTaken(mapping) ? "then" : "else";
            return mapping.get(branch).stream().flatMap(this::conditioned);
        }
        return node instanceof YamlNode.Sequence list
                ? list.items().stream().flatMap(this::conditioned)
                : Stream.of(node);
    }

    private boolean isTaken(Mapping conditional) {
        Scalar condition = PackageText.scalar(conditional.get("if").orElseThrow(), "if");
        boolean taken = isTrue(condition);
        conditions.put(
                condition.at(), new RecipePackage.Condition(condition.text().strip(), taken));
        return taken;
    }

    /** The texts of a list, those left out that render to nothing. */
    List<Item> items(YamlNode node) {
        return conditioned(node)
                .flatMap(item -> {
                    if (item instanceof Scalar scalar) {
                        return Stream.of(new Item(rendered(scalar).strip(), scalar.at()));
                    }
                    visit(item);
                    return Stream.empty();
                })
                .filter(item -> !item.text().isEmpty())
                .toList();
    }

    void visit(YamlNode node) {
        if (node instanceof Scalar scalar) {
            rendered(scalar);
        } else if (node instanceof Mapping mapping && mapping.get("if").isEmpty()) {
            mapping.entries().forEach(this::visit);
        } else {
            conditioned(node).forEach(this::visit);
        }
    }

    void visit(Entry entry) {
        String key = entry.key().text();
        if (key.equals("script")) {
            visitScript(entry.value());
        } else if (LATE_AT.contains(key)) {
            Map<String, PyValue> late = new HashMap<>();
            LATE.forEach(name -> late.put(name, new PyStr(name)));
            names.setLate(late);
            visit(entry.value());
            names.setLate(new TreeMap<>());
        } else {
            visit(entry.value());
        }
    }

    /** A script stays as it is: every name in it counts, in both branches of its conditionals. */
    private void visitScript(YamlNode script) {
        if (script instanceof Scalar scalar) {
            countNames(scalar);
        } else if (script instanceof Mapping mapping && mapping.get("if").isPresent()) {
            isTaken(mapping);
            Stream.of("then", "else").flatMap(key -> mapping.get(key).stream()).forEach(this::visitScript);
        } else if (script instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> {
                if (entry.key().text().equals("content")) {
                    visitScript(entry.value());
                } else {
                    visit(entry.value());
                }
            });
        } else {
            script.asList().forEach(this::visitScript);
        }
    }

    /** Looks up every name in {@code scalar}. */
    void countNames(Scalar scalar) {
        names.moveTo(scalar.at());
        Set<String> named = recipe.names(scalar);
        Budget.chargeSteps(named.size());
        named.forEach(names::find);
    }
}
