package org.archirender.recipeyaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.archirender.conda.Platform;
import org.archirender.conda.VariantValue;
import org.archirender.minijinja.TextTemplate;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.python.library.Meter;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/**
 * One evaluation of a recipe.yaml. A variant key is used where it is looked up: a branch that is not taken looks up nothing,
 * but scripts and {@code build/string} count in full.
 */
final class RecipeEvaluation {
    private static final List<String> ALWAYS = List.of("target_platform", "channel_targets", "channel_sources");
    private static final List<String> LATE = List.of("SRC_DIR", "RECIPE_DIR", "BUILD_DIR", "PREFIX", "BUILD_PREFIX");
    private static final List<String> LATE_AT = List.of("patches", "license_file");

    private final RecipeYaml recipe;
    private final Map<String, String> keys;
    private final Names names;
    private final Functions functions;
    private final Meter meter = new Meter(Limits.RECIPE);
    private final SortedMap<String, Location> ofContext = new TreeMap<>();

    RecipeEvaluation(
            RecipeYaml recipe,
            Platform target,
            Map<String, String> environment,
            Map<String, String> keys,
            Function<String, Optional<VariantValue>> variant) {
        this.recipe = recipe;
        this.keys = keys;
        this.names = new Names(target, keys, variant, recipe.root().at());
        this.functions = Functions.into(names, target, environment);
    }

    List<RecipePackage> packages() {
        names.record(ofContext);
        recipe.root()
                .get("context")
                .filter(context -> !context.isNull())
                .ifPresent(context ->
                        PackageText.mapping(context, "context").entries().forEach(this::define));
        return PackageText.of(recipe.root()).stream().map(this::evaluated).toList();
    }

    private void define(Entry entry) {
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
        TextTemplate template = recipe.template(scalar);
        names.moveTo(scalar.at());
        PyValue value = RecipeYaml.placed(scalar, () -> template.value(names, meter));
        if (template.isSingle()) {
            return scalar.plain() ? value : new PyStr(rendered(scalar));
        }
        return readBack(value.str());
    }

    /** Text that reads as true, false or an integer is one. */
    private static PyValue readBack(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> PyBool.TRUE;
            case "false" -> PyBool.FALSE;
            default -> text.matches("[-+]?[0-9]{1,18}") ? PyInt.of(Long.parseLong(text)) : new PyStr(text);
        };
    }

    private RecipePackage evaluated(PackageText text) {
        SortedMap<String, Location> used = new TreeMap<>(ofContext);
        names.record(used);
        functions.takePinned();
        String name = text.name().map(this::text).orElse("");
        String version = text.version().map(this::text).orElse("");
        boolean skipped = text.build().stream()
                .flatMap(build -> build.get("skip").stream())
                .map(this::skips)
                .toList()
                .contains(true);
        String noarch = first(text, "noarch").map(this::text).orElse("");
        if (!List.of("", "python", "generic", "null", "~").contains(noarch)) {
            throw new InputException(
                    first(text, "noarch").map(YamlNode::at).orElse(text.at()),
                    "build/noarch is neither python nor generic",
                    "write noarch: python or noarch: generic");
        }
        boolean isNoarch = noarch.equals("python") || noarch.equals("generic");
        if (skipped) {
            return new RecipePackage(name, version, isNoarch, true, used, "", new TreeSet<>(), text.at());
        }
        text.build().forEach(this::visitBuild);
        Set<String> needs = requirements(text);
        text.others().forEach(this::visit);
        settle(used, text, noarch.equals("python"));
        String build = first(text, "string")
                .map(string -> buildString(PackageText.scalar(string, "build/string"), used))
                .orElse("");
        return new RecipePackage(name, version, isNoarch, false, used, build, needs, text.at());
    }

    /** Keys that count beside those that were looked up, and those that don't. */
    private void settle(SortedMap<String, Location> used, PackageText text, boolean noarchPython) {
        ALWAYS.forEach(key -> use(key, text.at()));
        first(text, "string").ifPresent(string -> countNames(PackageText.scalar(string, "build/string")));
        if (noarchPython) {
            used.remove("python");
        }
        Optional<Mapping> variant =
                first(text, "variant").filter(Mapping.class::isInstance).map(Mapping.class::cast);
        variant.flatMap(of -> of.get("ignore_keys"))
                .map(this::items)
                .orElse(List.of())
                .forEach(key -> used.remove(keys.getOrDefault(FreeSpec.normalized(key), key)));
        variant.flatMap(of -> of.get("use_keys"))
                .map(this::items)
                .orElse(List.of())
                .forEach(key -> use(key, text.at()));
    }

    private void use(String key, Location at) {
        names.moveTo(at);
        names.use(FreeSpec.normalized(key));
    }

    private static Optional<YamlNode> first(PackageText text, String key) {
        return text.build().stream()
                .flatMap(build -> build.get(key).stream())
                .filter(value -> !value.isNull())
                .findFirst();
    }

    /** Errors of a single expression count as false; of a list every item is looked at. */
    private boolean skips(YamlNode skip) {
        if (!(skip instanceof Scalar scalar)) {
            return conditioned(skip)
                    .map(item -> isTrue(PackageText.scalar(item, "build/skip")))
                    .toList()
                    .contains(true);
        }
        try {
            return isTrue(scalar);
        } catch (InputException e) {
            return false;
        }
    }

    private boolean isTrue(Scalar scalar) {
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
    private Stream<YamlNode> conditioned(YamlNode node) {
        if (node instanceof Mapping mapping && mapping.get("if").isPresent()) {
            Scalar condition = PackageText.scalar(mapping.get("if").orElseThrow(), "if");
            return mapping.get(isTrue(condition) ? "then" : "else").stream().flatMap(this::conditioned);
        }
        return node instanceof YamlNode.Sequence list
                ? list.items().stream().flatMap(this::conditioned)
                : Stream.of(node);
    }

    /** The texts of a list, those left out that render to nothing. */
    private List<String> items(YamlNode node) {
        List<String> items = new ArrayList<>();
        conditioned(node).forEach(item -> {
            if (item instanceof Scalar scalar) {
                String text = rendered(scalar).strip();
                if (!text.isEmpty()) {
                    items.add(text);
                }
            } else {
                visit(item);
            }
        });
        return items;
    }

    private String text(YamlNode node) {
        return node instanceof Scalar scalar ? rendered(scalar).strip() : "";
    }

    private String rendered(Scalar scalar) {
        if (!TextTemplate.isTemplate(scalar.text())) {
            return scalar.text();
        }
        names.moveTo(scalar.at());
        TextTemplate template = recipe.template(scalar);
        return RecipeYaml.placed(scalar, () -> template.text(names, meter));
    }

    private void visit(YamlNode node) {
        if (node instanceof Scalar scalar) {
            rendered(scalar);
        } else if (node instanceof Mapping mapping && mapping.get("if").isEmpty()) {
            mapping.entries().forEach(this::visit);
        } else {
            conditioned(node).forEach(this::visit);
        }
    }

    private void visit(Entry entry) {
        String key = entry.key().text();
        if (key.equals("script")) {
            visitScript(entry.value());
        } else if (LATE_AT.contains(key)) {
            Map<String, PyValue> late = new HashMap<>();
            LATE.forEach(name -> late.put(name, new PyStr(name)));
            names.setLate(late);
            visit(entry.value());
            names.setLate(new HashMap<>());
        } else {
            visit(entry.value());
        }
    }

    private void visitBuild(Mapping build) {
        build.entries().stream()
                .filter(entry -> !List.of("skip", "string", "variant", "noarch")
                        .contains(entry.key().text()))
                .forEach(this::visit);
    }

    /** A script stays as it is: every name in it counts, in both branches of its conditionals. */
    private void visitScript(YamlNode script) {
        if (script instanceof Scalar scalar) {
            countNames(scalar);
        } else if (script instanceof Mapping mapping && mapping.get("if").isPresent()) {
            isTrue(PackageText.scalar(mapping.get("if").orElseThrow(), "if"));
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

    private void countNames(Scalar scalar) {
        names.moveTo(scalar.at());
        TextTemplate.namesIn(scalar.text()).forEach(names::find);
    }

    /** Renders them all; what is named without a version in build and host is a key that is used. */
    private Set<String> requirements(PackageText text) {
        Set<String> needs = new TreeSet<>();
        text.requirements().forEach((section, lists) -> {
            boolean counts = section.equals("build") || section.equals("host");
            for (YamlNode list : lists) {
                if (!counts) {
                    visit(list);
                    continue;
                }
                for (String item : items(list)) {
                    needs.add(item.split("\\s", 2)[0]);
                    if (FreeSpec.is(item)) {
                        use(item, list.at());
                    }
                }
            }
        });
        needs.addAll(functions.takePinned());
        return needs;
    }

    private String buildString(Scalar string, SortedMap<String, Location> used) {
        List<String> values = used.keySet().stream()
                .flatMap(key -> names.use(key).stream().map(value -> key + "=" + value))
                .toList();
        Map<String, PyValue> late = new HashMap<>();
        late.put("hash", new PyStr("h" + values));
        late.put("build_number", new PyStr("0"));
        names.setLate(late);
        String text = rendered(string);
        names.setLate(new HashMap<>());
        return text;
    }
}
