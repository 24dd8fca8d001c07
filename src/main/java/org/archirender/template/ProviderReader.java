package org.archirender.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.text.NearMiss;
import org.archirender.tree.TreePath;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;
import org.archirender.yaml.YamlReader;

/** Reads a provider.yaml, collecting all that is wrong with it. */
final class ProviderReader {
    private static final List<String> FIELDS = List.of("provider", "about", "requires", "files");
    private static final List<String> FILE_FIELDS = List.of("path", "for", "executable", "when");

    private final List<Problem> problems;

    private ProviderReader(List<Problem> problems) {
        this.problems = problems;
    }

    /** What a provider.yaml says: see {@link Provider}. */
    record Listing(List<String> requires, List<ProviderFile.Listed> files) {
        Listing {
            requires = List.copyOf(requires);
            files = List.copyOf(files);
        }
    }

    /**
     * What {@code text} says; what is wrong goes to {@code problems}.
     *
     * @param file provider.yaml as the user knows it
     */
    static Listing read(String text, String file, List<Problem> problems) {
        return new ProviderReader(problems).read(text, file);
    }

    private Listing read(String text, String file) {
        try {
            YamlNode node = YamlReader.read(text, file).orElseGet(() -> new Mapping(Location.of(file), List.of()));
            if (node instanceof Mapping mapping) {
                return read(mapping);
            }
            problem(node.at(), "is no mapping", "write 'provider: 1' and what docs/templates.md shows");
        } catch (InputException e) {
            problems.addAll(e.problems());
        }
        return new Listing(List.of(), List.of());
    }

    private Listing read(Mapping mapping) {
        known(mapping, FIELDS);
        if (!text(mapping, "provider").equals("1")) {
            problem(mapping.at(), "does not say which version of provider.yaml it is", "write 'provider: 1'");
        }
        List<ProviderFile.Listed> files = new ArrayList<>();
        for (YamlNode item : items(mapping, "files")) {
            if (item instanceof Mapping file) {
                file(file).ifPresent(files::add);
            } else {
                problem(item.at(), "is no file", "write '- path: PATH' and 'for: feedstock' below it");
            }
        }
        List<String> requires = new ArrayList<>();
        for (YamlNode item : items(mapping, "requires")) {
            if (item instanceof Scalar scalar) {
                requires.add(scalar.text());
            } else {
                problem(item.at(), "is no provider's name", "");
            }
        }
        return new Listing(requires, files);
    }

    private Optional<ProviderFile.Listed> file(Mapping mapping) {
        known(mapping, FILE_FIELDS);
        String path = text(mapping, "path");
        if (!TreePath.wrongWith(path).isEmpty()) {
            problem(at(mapping, "path"), "path '" + path + "' " + TreePath.wrongWith(path), "");
            return Optional.empty();
        }
        Optional<TemplateScope> scope = scope(mapping);
        boolean executable = text(mapping, "executable").equals("true");
        if (mapping.get("executable").isPresent()
                && !text(mapping, "executable").matches("true|false")) {
            problem(at(mapping, "executable"), "executable is neither true nor false", "");
        }
        Optional<ProviderFile.When> when =
                mapping.get("when").flatMap(node -> condition(node.at(), text(mapping, "when")));
        return scope.map(known -> new ProviderFile.Listed(mapping.at(), TreePath.of(path), known, executable, when));
    }

    private Optional<ProviderFile.When> condition(Location at, String expression) {
        try {
            return Optional.of(FreeMarkerEngine.condition(at, expression));
        } catch (InputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private Optional<TemplateScope> scope(Mapping mapping) {
        String word = text(mapping, "for");
        for (TemplateScope scope : TemplateScope.values()) {
            if (scope.word().equals(word)) {
                return Optional.of(scope);
            }
        }
        problem(at(mapping, "for"), "does not say what it is rendered for", "write 'for: feedstock' or 'for: port'");
        return Optional.empty();
    }

    private void known(Mapping mapping, List<String> fields) {
        for (Entry entry : mapping.entries()) {
            String field = entry.key().text();
            if (!fields.contains(field)) {
                problem(
                        entry.key().at(),
                        String.format(Locale.ROOT, "unknown key '%s'", field),
                        NearMiss.question(NearMiss.of(field, fields)));
            }
        }
    }

    private List<YamlNode> items(Mapping mapping, String key) {
        Optional<YamlNode> node = mapping.get(key);
        if (node.isPresent() && !(node.get() instanceof Sequence)) {
            problem(node.get().at(), "'" + key + "' is no list", "");
        }
        return node.orElse(null) instanceof Sequence sequence ? sequence.items() : List.of();
    }

    private String text(Mapping mapping, String key) {
        Optional<YamlNode> node = mapping.get(key);
        if (node.isPresent() && !(node.get() instanceof Scalar)) {
            problem(node.get().at(), "'" + key + "' is no single value", "");
        }
        return node.orElse(null) instanceof Scalar scalar ? scalar.text() : "";
    }

    private static Location at(Mapping mapping, String key) {
        return mapping.get(key).map(YamlNode::at).orElse(mapping.at());
    }

    private void problem(Location at, String message, String fix) {
        problems.add(new Problem(at, message, fix));
    }
}
