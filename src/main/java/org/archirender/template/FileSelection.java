package org.archirender.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/** One rendering: first what the chosen providers give, then the files, which may name each other. */
final class FileSelection {
    private final TemplateScope scope;
    private final Map<String, Object> model;
    private final List<Problem> problems;
    private final SortedMap<TreePath, Provider.File> chosen = new TreeMap<>();

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
        for (Provider.File file : provider.files()) {
            if (file.scope() == scope && holds(file.when())) {
                Provider.File other = chosen.putIfAbsent(file.path(), file);
                if (other != null) {
                    problems.add(new Problem(
                            file.at(),
                            file.path() + " is rendered by " + other.at().file() + " too",
                            "choose one of the two, or give them conditions that exclude each other"));
                }
            }
        }
    }

    private boolean holds(Optional<FileCondition> when) {
        try {
            return when.isEmpty() || when.get().holds(model);
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
                tree.put(path, file.render(model));
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        });
        return FileTree.of(tree);
    }
}
