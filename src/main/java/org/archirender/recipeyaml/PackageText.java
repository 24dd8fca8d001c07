package org.archirender.recipeyaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/**
 * What a recipe.yaml says about one package: an output's own sections, and those that it takes over from the top. Staging
 * outputs are dissolved, as rattler-build-conda-compat does since 1.4.15.
 *
 * @param at where the package starts
 * @param name as written; empty where a recipe of one package has none
 * @param version as written, its own or the recipe's
 * @param build build sections, its own first
 * @param requirements by section, in the order in which they count
 * @param others what else is rendered for it
 */
record PackageText(
        Location at,
        Optional<YamlNode> name,
        Optional<YamlNode> version,
        List<Mapping> build,
        Map<String, List<YamlNode>> requirements,
        List<YamlNode> others) {

    /** The packages of the recipe {@code root}, in its order. */
    static List<PackageText> of(Mapping root) {
        Optional<YamlNode> outputs = root.get("outputs");
        if (outputs.isEmpty()) {
            Optional<Mapping> head = section(root, "package");
            return List.of(new PackageText(
                    root.at(),
                    head.flatMap(section -> section.get("name")),
                    head.flatMap(section -> section.get("version")),
                    section(root, "build").stream().toList(),
                    requirements(List.of(), root),
                    sections(List.of(root), "about", "extra", "source", "tests")));
        }
        List<Mapping> all = new ArrayList<>();
        for (YamlNode output : outputs.get().asList()) {
            all.add(mapping(output, "an output"));
        }
        Map<String, Mapping> staging = new TreeMap<>();
        all.forEach(output -> section(output, "staging")
                .flatMap(section -> section.get("name"))
                .ifPresent(name -> staging.put(text(name), output)));
        return all.stream()
                .filter(output -> output.get("staging").isEmpty())
                .map(output -> of(output, root, staging))
                .toList();
    }

    private static PackageText of(Mapping output, Mapping root, Map<String, Mapping> staging) {
        List<Mapping> inherited =
                output
                        .get("inherit")
                        .flatMap(inherit -> inheritedName(inherit).map(name -> named(name, staging)))
                        .stream()
                        .toList();
        Optional<Mapping> head = section(output, "package");
        Optional<YamlNode> version = head.flatMap(section -> section.get("version"))
                .or(() -> section(root, "recipe").flatMap(recipe -> recipe.get("version")));
        List<Mapping> sources = output.get("source").isPresent() ? List.of(output) : inherited;
        return new PackageText(
                output.at(),
                head.flatMap(section -> section.get("name")),
                version,
                Stream.of(output, root)
                        .flatMap(from -> section(from, "build").stream())
                        .toList(),
                requirements(inherited, output),
                Stream.of(
                                sections(List.of(output), "about", "tests"),
                                sections(sources, "source"),
                                sections(List.of(root), "about", "extra", "source", "tests"))
                        .flatMap(List::stream)
                        .toList());
    }

    /** The staging output that {@code inherit} names; nothing where it is null, which is the top. */
    private static Optional<YamlNode> inheritedName(YamlNode inherit) {
        Optional<YamlNode> name = inherit instanceof Mapping mapping ? mapping.get("from") : Optional.of(inherit);
        return name.filter(value -> !value.isNull());
    }

    private static Mapping named(YamlNode name, Map<String, Mapping> staging) {
        Mapping found = staging.get(text(name));
        if (found == null) {
            throw new InputException(
                    name.at(),
                    "inherit: there is no staging output '" + text(name) + "'",
                    staging.isEmpty()
                            ? "add one, or remove inherit"
                            : "there is " + String.join(", ", staging.keySet()));
        }
        return found;
    }

    private static Map<String, List<YamlNode>> requirements(List<Mapping> staging, Mapping output) {
        Map<String, List<YamlNode>> requirements = new TreeMap<>();
        for (Mapping from : Stream.concat(staging.stream(), Stream.of(output)).toList()) {
            section(from, "requirements")
                    .ifPresent(section -> section.entries().forEach(entry -> {
                        boolean counts = from.equals(output)
                                || List.of("build", "host").contains(entry.key().text());
                        if (counts) {
                            requirements
                                    .computeIfAbsent(entry.key().text(), key -> new ArrayList<>())
                                    .add(entry.value());
                        }
                    }));
        }
        return requirements;
    }

    private static List<YamlNode> sections(List<Mapping> of, String... names) {
        return Stream.of(names)
                .flatMap(name -> of.stream().flatMap(from -> from.get(name).stream()))
                .toList();
    }

    private static Optional<Mapping> section(Mapping of, String name) {
        return of.get(name).filter(value -> !value.isNull()).map(value -> mapping(value, name));
    }

    static Mapping mapping(YamlNode node, String what) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        throw new InputException(node.at(), what + " is a mapping, and this is " + node.kind(), "");
    }

    static Scalar scalar(YamlNode node, String what) {
        if (node instanceof Scalar scalar) {
            return scalar;
        }
        throw new InputException(node.at(), what + " is a single value, and this is " + node.kind(), "");
    }

    private static String text(YamlNode node) {
        return node.texts().findFirst().orElse("");
    }
}
