package org.archirender.recipeyaml;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/**
 * What a recipe.yaml says of itself on a platform, whatever the variant. What can't be evaluated without one is not told.
 *
 * @param version the recipe's; empty where it is not told
 * @param numbers each {@code build/number}, by its path; an empty text where it is not told
 * @param checksums every {@code sha256} of a source; empty where one is not told
 * @param variables those of {@code context:} that are single values, as they print
 */
public record RecipeFacts(
        Optional<String> version,
        SortedMap<String, String> numbers,
        Optional<List<String>> checksums,
        SortedMap<String, String> variables) {
    public RecipeFacts {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
        checksums = checksums.map(List::copyOf);
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    }

    static RecipeFacts of(RecipeYaml recipe, Platform target) {
        Names names = new Names(
                target, new TreeMap<>(), key -> Optional.empty(), recipe.root().at());
        Functions.into(names, target, new TreeMap<>());
        RecipeVisit visit = new RecipeVisit(recipe, names);
        ContextVariables context = new ContextVariables(recipe, names, visit);
        SortedMap<String, String> variables = new TreeMap<>();
        for (Entry entry : context.entries()) {
            String name = entry.key().text();
            Optional<String> printed = told(() -> {
                context.define(entry);
                return names.find(name).map(PyValue::str).orElse("");
            });
            printed.filter(text -> entry.value() instanceof Scalar).ifPresent(text -> variables.put(name, text));
        }
        List<Mapping> parts = parts(recipe.root(), visit);
        return new RecipeFacts(
                version(recipe.root()).flatMap(node -> told(() -> visit.text(node))),
                numbers(parts, visit),
                told(() -> parts.stream()
                        .flatMap(part -> part.get("source").stream())
                        .flatMap(visit::conditioned)
                        .flatMap(source -> get(source, "sha256").stream())
                        .map(visit::text)
                        .toList()),
                variables);
    }

    /** What {@code work} gives; empty where it fails, for want of a variant as a rule. */
    private static <T> Optional<T> told(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (InputException | PythonException e) {
            return Optional.empty();
        }
    }

    /** The recipe and its outputs. */
    private static List<Mapping> parts(Mapping root, RecipeVisit visit) {
        List<YamlNode> outputs = told(() ->
                        root.get("outputs").stream().flatMap(visit::conditioned).toList())
                .orElse(List.of());
        return Stream.concat(Stream.of(root), outputs.stream())
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .toList();
    }

    private static Optional<YamlNode> version(Mapping root) {
        return Stream.of("package", "recipe")
                .flatMap(section -> root.get(section).stream())
                .flatMap(section -> get(section, "version").stream())
                .findFirst();
    }

    private static SortedMap<String, String> numbers(List<Mapping> parts, RecipeVisit visit) {
        SortedMap<String, String> numbers = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String path = i == 0 ? "build/number" : "outputs[" + (i - 1) + "]/build/number";
            parts.get(i)
                    .get("build")
                    .flatMap(build -> get(build, "number"))
                    .ifPresent(number ->
                            numbers.put(path, told(() -> visit.text(number)).orElse("")));
        }
        return numbers;
    }

    private static Optional<YamlNode> get(YamlNode node, String key) {
        return node instanceof Mapping mapping ? mapping.get(key) : Optional.empty();
    }
}
