package org.archirender.recipeyaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.archirender.conda.Platform;
import org.archirender.conda.VariantValue;
import org.archirender.minijinja.TextTemplate;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.problem.UnreadableException;
import org.archirender.python.value.PythonException;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlReader;

/** A recipe.yaml, parsed once and evaluated for as many variants as there are (rattler-build's recipe format 1). */
public final class RecipeYaml {
    private final Mapping root;
    private final Map<Scalar, TextTemplate> templates = new HashMap<>();
    private final Map<Scalar, TextTemplate> conditions = new HashMap<>();
    private final Map<Scalar, Set<String>> named = new HashMap<>();

    private RecipeYaml(Mapping root) {
        this.root = root;
    }

    /**
     * The recipe in {@code text}.
     *
     * @param file as the user knows it
     * @throws InputException with everything that has no place in a recipe.yaml, at its line
     */
    public static RecipeYaml read(String text, String file) {
        YamlNode node = YamlReader.readWithoutAnchors(text, file)
                .orElseThrow(() -> UnreadableException.at(Location.of(file), "the recipe is empty", ""));
        Mapping root = PackageText.mapping(node, "a recipe");
        List<Problem> problems = new ArrayList<>();
        twice(root, problems);
        RecipeKeys.check(root, problems);
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new RecipeYaml(root);
    }

    private static void twice(YamlNode node, List<Problem> problems) {
        if (node instanceof Mapping mapping) {
            Set<String> seen = new HashSet<>();
            for (Entry entry : mapping.entries()) {
                if (!seen.add(entry.key().text())) {
                    problems.add(new Problem(
                            entry.key().at(),
                            "the key '" + entry.key().text() + "' is there twice",
                            "keep one of them"));
                }
                twice(entry.value(), problems);
            }
        } else {
            node.asList().stream().filter(item -> item != node).forEach(item -> twice(item, problems));
        }
    }

    /**
     * What may decide which variants there are, whatever is evaluated: names in expressions, and names of requirements
     * without a version.
     */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        root.entries().stream()
                .filter(entry -> !entry.key().text().equals("extra"))
                .forEach(entry -> collect(entry.value(), false, names));
        return names;
    }

    /** The names in the expressions of a text that stays as it is. */
    Set<String> names(Scalar scalar) {
        return named.computeIfAbsent(scalar, key -> TextTemplate.namesIn(key.text()));
    }

    private void collect(YamlNode node, boolean bare, Set<String> names) {
        if (node instanceof Scalar scalar) {
            if (bare) {
                names.addAll(condition(scalar).names());
            } else if (TextTemplate.isTemplate(scalar.text())) {
                names.addAll(names(scalar));
            } else if (FreeSpec.is(scalar.text())) {
                names.add(scalar.text());
            }
        } else if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> {
                String key = entry.key().text();
                collect(entry.value(), key.equals("if") || key.equals("skip"), names);
            });
        } else {
            node.asList().forEach(item -> collect(item, bare, names));
        }
    }

    /**
     * The packages for one variant.
     *
     * @param environment variables that conda-smithy sets
     * @param keys every variant key, by its name in expressions
     * @param variant the value of a key
     * @throws InputException at the line where an expression fails or something is undefined
     */
    public List<RecipePackage> packages(
            Platform target,
            Map<String, String> environment,
            Map<String, String> keys,
            Function<String, Optional<VariantValue>> variant) {
        return new RecipeEvaluation(this, target, environment, keys, variant).packages();
    }

    /** What it says of itself on {@code target}, whatever the variant. */
    public RecipeFacts facts(Platform target) {
        return RecipeFacts.of(this, target);
    }

    /** The names that every recipe has beside its keys and its context: platforms, architectures and functions. */
    public static Set<String> builtIn() {
        Platform any = Platform.of("linux-aarch64");
        Names names = new Names(any, new TreeMap<>(), key -> Optional.empty(), Location.of(""));
        Functions.into(names, any, new TreeMap<>());
        return names.builtIn();
    }

    /** {@code extra/feedstock-name}, where it is there and holds no expression. */
    public Optional<String> feedstockName() {
        return root.get("extra")
                .filter(Mapping.class::isInstance)
                .flatMap(extra -> ((Mapping) extra).get("feedstock-name"))
                .flatMap(name -> name.texts().findFirst())
                .filter(name -> !name.isEmpty());
    }

    /** Whether it has outputs, and no {@code build/skip} for all of them. */
    public boolean onlyOutputsSkip() {
        boolean skipsAll = root.get("build")
                .filter(build -> build instanceof Mapping top && top.get("skip").isPresent())
                .isPresent();
        return root.get("outputs").isPresent() && !skipsAll;
    }

    Mapping root() {
        return root;
    }

    TextTemplate template(Scalar scalar) {
        return templates.computeIfAbsent(scalar, key -> placed(key, () -> TextTemplate.of(key.text())));
    }

    /** A bare expression, as after {@code if:}; one in <code>${{ }}</code> is taken, too. */
    TextTemplate condition(Scalar scalar) {
        return conditions.computeIfAbsent(
                scalar,
                key -> placed(
                        key,
                        () -> TextTemplate.isTemplate(key.text())
                                ? TextTemplate.of(key.text())
                                : TextTemplate.ofExpression(key.text())));
    }

    /** What {@code work} gives, its errors at {@code scalar}. */
    static <T> T placed(Scalar scalar, java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (PythonException e) {
            throw new InputException(
                    scalar.at(), "expression: " + e.getMessage(), "correct it; what stands there: " + excerpt(scalar));
        }
    }

    private static String excerpt(Scalar scalar) {
        String line = scalar.text().lines().findFirst().orElse("").strip();
        return line.length() > 100 ? line.substring(0, line.offsetByCodePoints(0, 90)) + "…" : line;
    }
}
