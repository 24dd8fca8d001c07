package org.archirender.overlay.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.archirender.minijinja.TextTemplate;
import org.archirender.overlay.edit.Edit;
import org.archirender.problem.Location;
import org.archirender.python.value.PythonException;
import org.archirender.recipe.RecipeText;
import org.archirender.recipeyaml.RecipeYaml;
import org.archirender.selector.SelectorComment;
import org.archirender.text.NearMiss;

/**
 * Finds conditions for a recipe.yaml that are no expression or have a name that nothing defines, where rattler-build
 * fails, and comments in it that were selectors in a meta.yaml.
 */
final class ConditionLint {
    private final SortedSet<String> known = new TreeSet<>();

    /** @param variantKeys the keys of the pinnings */
    ConditionLint(RecipeText recipe, Collection<String> variantKeys) {
        known.addAll(RecipeYaml.builtIn());
        variantKeys.forEach(key -> known.add(key.replace('-', '_').replace('.', '_')));
        recipe.variables().forEach(variable -> known.add(variable.name()));
    }

    List<LintFinding> check(Edit edit) {
        List<LintFinding> findings = new ArrayList<>();
        edit.selectors().forEach(condition -> check(edit, condition, findings));
        return findings;
    }

    private void check(Edit edit, String condition, List<LintFinding> findings) {
        SortedSet<String> names;
        try {
            names = new TreeSet<>(TextTemplate.ofExpression(condition).names());
        } catch (PythonException e) {
            findings.add(LintFinding.error(
                    edit.at(),
                    edit.title() + ": the condition '" + condition + "' is no expression: " + e.getMessage(),
                    "write it as in 'linux and not aarch64'"));
            return;
        }
        names.removeAll(known);
        for (String name : names) {
            String instead = instead(name);
            findings.add(LintFinding.error(
                    edit.at(),
                    NearMiss.behind(
                            edit.title() + ": the condition '" + condition + "' has the unknown name '" + name + "'",
                            NearMiss.of(name, known)),
                    instead.isEmpty()
                            ? "an unknown name is an error in a recipe.yaml: correct it, or add it to the pinnings"
                            : "a recipe.yaml has no " + name + ": write " + instead));
        }
    }

    /** What a recipe.yaml has instead of a name of a meta.yaml's selectors; empty where it is none of these. */
    private static String instead(String name) {
        return switch (name) {
            case "py" -> "match(python, \"<3.12\")";
            case "np" -> "match(numpy, \"<2\")";
            case "os", "environ" -> "env.get(\"NAME\", default=\"\")";
            default -> "";
        };
    }

    /**
     * The comments of the base that look like selectors.
     *
     * @param file as the user knows it
     */
    static List<LintFinding> comments(RecipeText recipe, String file) {
        List<LintFinding> findings = new ArrayList<>();
        for (int line = 0; line < recipe.lineCount(); line++) {
            int at = line + 1;
            // What is commented out counts nowhere.
            Optional.of(recipe.line(line))
                    .filter(text -> !text.strip().startsWith("#"))
                    .flatMap(SelectorComment::alone)
                    .ifPresent(selector -> findings.add(LintFinding.warning(
                            new Location(file, at, 0),
                            "# [" + selector + "] is only a comment in a recipe.yaml: what stands there counts always",
                            "say select-item with 'when: " + selector + "', where that is meant")));
        }
        return findings;
    }
}
