package org.archirender.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.yaml.YamlReader;

/** One rendering: first what the chosen providers give, then the files, which may name each other. */
final class FileSelection {
    private final TemplateScope scope;
    private final Map<String, Object> model;
    private final List<Problem> problems;
    private final SortedMap<TreePath, ProviderFile> chosen = new TreeMap<>();

    /**
     * A rendering of nothing yet.
     *
     * @param model may be added to
     * @param problems gets what is wrong
     */
    FileSelection(TemplateScope scope, Map<String, Object> model, List<Problem> problems) {
        this.scope = scope;
        this.model = model;
        this.problems = problems;
    }

    /** Takes the files of {@code provider} that are for this scope and whose conditions hold. */
    void choose(Provider provider) {
        for (ProviderFile file : provider.files()) {
            if (file.listed().scope() == scope && holds(file.listed().when())) {
                ProviderFile other = chosen.putIfAbsent(file.listed().path(), file);
                if (other != null) {
                    problems.add(new Problem(
                            file.listed().at(),
                            file.listed().path() + " is rendered by "
                                    + other.listed().at().file() + " too",
                            "choose one of the two, or give them conditions that exclude each other"));
                }
            }
        }
    }

    private boolean holds(Optional<ProviderFile.When> when) {
        try {
            return when.isEmpty() || FreeMarkerEngine.holds(when.get(), model);
        } catch (InputException e) {
            problems.addAll(e.problems());
            return false;
        }
    }

    /** All files that were chosen. */
    FileTree files() {
        List<Object> generated = new ArrayList<>();
        chosen.keySet().forEach(path -> generated.add(path.value()));
        model.put("generated", generated);
        SortedMap<TreePath, TreeFile> tree = new TreeMap<>();
        chosen.forEach((path, file) -> {
            try {
                tree.put(
                        path,
                        render(file.content()).withExecutable(file.listed().executable()));
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        });
        return FileTree.of(tree);
    }

    private TreeFile render(ProviderFile.Content content) {
        if (content instanceof ProviderFile.Copied copied) {
            return copied.file();
        }
        ProviderFile.Rendered rendered = (ProviderFile.Rendered) content;
        String text = FreeMarkerEngine.render(rendered.template(), rendered.kind(), model);
        if (rendered.kind() == FileKind.YAML) {
            requireYaml(text, rendered.template().getName());
        }
        return TreeFile.of(text);
    }

    private static void requireYaml(String text, String template) {
        try {
            YamlReader.read(text, "line");
        } catch (InputException e) {
            Problem problem = e.problems().get(0);
            throw new InputException(
                    Location.of(template),
                    "the rendered file is " + problem.message() + ", at its " + problem.at(),
                    "quote what is interpolated there");
        }
    }
}
