package org.archirender.recipeyaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.archirender.conda.Platform;
import org.archirender.conda.VariantValue;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.python.value.Budget;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.recipeyaml.RecipePackage.Condition;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/** One evaluation of a recipe.yaml. A variant key is used where it is looked up; {@code build/string} counts in full. */
final class RecipeEvaluation {
    private static final List<String> ALWAYS = List.of("target_platform", "channel_targets", "channel_sources");

    /** What a package costs for each variant, beside its nodes. */
    private static final int PACKAGE = 5000;

    private final RecipeYaml recipe;
    private final Map<String, String> keys;
    private final Names names;
    private final Functions functions;
    private final RecipeVisit visit;
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
        this.visit = new RecipeVisit(recipe, names);
    }

    List<RecipePackage> packages() {
        names.record(ofContext);
        ContextVariables variables = new ContextVariables(recipe, names, visit);
        variables.entries().forEach(variables::define);
        return PackageText.of(recipe.root()).stream().map(this::evaluated).toList();
    }

    private RecipePackage evaluated(PackageText text) {
        Budget.charge(PACKAGE);
        SortedMap<String, Location> used = new TreeMap<>(ofContext);
        SortedMap<Location, Condition> conditions = new TreeMap<>(RecipePackage.PLACES);
        names.record(used);
        visit.record(conditions);
        functions.takePins();
        String name = text.name().map(visit::text).orElse("");
        String version = text.version().map(visit::text).orElse("");
        List<YamlNode> skips = text.build().stream()
                .flatMap(build -> build.get("skip").stream())
                .flatMap(this::skipping)
                .toList();
        String noarch = noarch(text);
        RecipePackage evaluated = new RecipePackage(
                name,
                version,
                !noarch.isEmpty(),
                skips.stream().findFirst().map(YamlNode::at),
                used,
                "",
                Needs.NONE,
                conditions,
                text.at());
        if (!skips.isEmpty()) {
            return evaluated;
        }
        checkNumber(text);
        text.build()
                .forEach(build -> build.entries().stream()
                        .filter(entry -> !List.of("skip", "string", "variant", "noarch", "number")
                                .contains(entry.key().text()))
                        .forEach(visit::visit));
        Needs needs = requirements(text);
        text.others().forEach(visit::visit);
        settle(used, text, noarch.equals("python"));
        String build = first(text, "string")
                .map(string -> buildString(PackageText.scalar(string, "build/string"), used))
                .orElse("");
        return evaluated.built(used, build, needs, conditions);
    }

    /** {@code python}, {@code generic}, or nothing where it is for one platform. */
    private String noarch(PackageText text) {
        String noarch = first(text, "noarch").map(visit::text).orElse("");
        if (List.of("", "null", "~", "none", "None").contains(noarch)) {
            return "";
        }
        if (!List.of("python", "generic").contains(noarch)) {
            throw new InputException(
                    first(text, "noarch").map(YamlNode::at).orElse(text.at()),
                    "build/noarch is '" + noarch + "', which is neither python nor generic",
                    "write noarch: python or noarch: generic");
        }
        return noarch;
    }

    private void checkNumber(PackageText text) {
        first(text, "number").ifPresent(number -> {
            String rendered = visit.text(PackageText.scalar(number, "build/number"));
            if (!rendered.matches("[0-9]*")) {
                throw new InputException(
                        number.at(),
                        "build/number is '" + rendered + "', which is no integer from 0 on",
                        "write one, as in number: 1");
            }
        });
    }

    /** Keys that count beside those that were looked up, and those that don't. */
    private void settle(SortedMap<String, Location> used, PackageText text, boolean noarchPython) {
        ALWAYS.forEach(key -> use(key, text.at()));
        first(text, "string").ifPresent(string -> visit.countNames(PackageText.scalar(string, "build/string")));
        if (noarchPython) {
            used.remove("python");
        }
        Optional<Mapping> variant =
                first(text, "variant").filter(Mapping.class::isInstance).map(Mapping.class::cast);
        items(variant, "ignore_keys")
                .forEach(key -> used.remove(keys.getOrDefault(FreeSpec.normalized(key.text()), key.text())));
        items(variant, "use_keys").forEach(key -> use(key.text(), key.at()));
    }

    private List<RecipeVisit.Item> items(Optional<Mapping> of, String key) {
        return of.flatMap(mapping -> mapping.get(key)).map(visit::items).orElse(List.of());
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

    /** What is true of {@code skip}: errors of a single expression count as false, of a list every item is looked at. */
    private Stream<YamlNode> skipping(YamlNode skip) {
        if (!(skip instanceof Scalar scalar)) {
            return visit.conditioned(skip).filter(item -> visit.isTrue(PackageText.scalar(item, "build/skip")));
        }
        try {
            return visit.isTrue(scalar) ? Stream.of(skip) : Stream.empty();
        } catch (InputException e) {
            return Stream.empty();
        }
    }

    /** Renders them all; what is named without a version in build and host is a key that is used. */
    private Needs requirements(PackageText text) {
        Needs.Finding needs = new Needs.Finding();
        text.requirements().forEach((section, lists) -> {
            for (YamlNode list : lists) {
                if (section.equals("build") || section.equals("host")) {
                    for (RecipeVisit.Item item : visit.items(list)) {
                        needs.add(item.text());
                        if (FreeSpec.is(item.text())) {
                            use(item.text(), item.at());
                        }
                    }
                } else {
                    visit.visit(list);
                }
            }
            functions.takePins().forEach(pin -> needs.add(section, pin));
        });
        return needs.found();
    }

    private String buildString(Scalar string, SortedMap<String, Location> used) {
        List<String> values = used.keySet().stream()
                .flatMap(key -> names.use(key).stream().map(value -> key + "=" + value))
                .toList();
        SortedMap<String, PyValue> late = new TreeMap<>();
        late.put("hash", new PyStr("h" + values));
        late.put("build_number", new PyStr("0"));
        return visit.rendered(string, late);
    }
}
