package org.archirender.overlay.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.archirender.conda.FeedstockLayout;
import org.archirender.forge.ForgeConfig;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.Rule;
import org.archirender.overlay.edit.Edit;
import org.archirender.problem.Problem;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Quotes;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;

/** Looks for what an overlay may say and rarely means. What it may not say is the reader's to refuse. */
public final class Lint {
    /** A sum as conda-build compares it, or a text of which something else is made. */
    private static final Pattern SUM = Pattern.compile("[0-9a-f]{64}(?:\\s+#.*)?|(?s).*(?:\\{\\{|@\\w+@).*");

    private Lint() {}

    /**
     * What is found in an overlay, in the order of its lines.
     *
     * @param text the overlay.yaml
     * @param base the vendored base, with recipe/
     * @param files the overlay's files/
     * @param variantKeys the keys of the pinnings, which selectors may use
     */
    public static List<LintFinding> overlay(
            Overlay overlay, String text, FileTree base, FileTree files, Collection<String> variantKeys) {
        List<LintFinding> findings = new ArrayList<>(SourceLint.check(text, overlay.file()));
        String recipeDir = ForgeConfig.recipeDir(base);
        FileTree folder = base.folder(recipeDir);
        Optional<RecipeText> recipeYaml = Optional.of(ForgeConfig.builtRecipe(base, folder))
                .filter(recipe -> recipe.get(FeedstockLayout.META_YAML).isEmpty())
                .flatMap(recipe -> recipe.get(FeedstockLayout.RECIPE_YAML))
                .flatMap(TreeFile::text)
                .map(RecipeText::parseRecipeYaml);
        if (recipeYaml.isPresent()) {
            ConditionLint conditions = new ConditionLint(recipeYaml.get(), variantKeys);
            findings.addAll(edits(overlay.edits(), conditions::check));
            String there = overlay.file().replaceAll("[^/]*$", "") + "base/" + recipeDir;
            findings.addAll(ConditionLint.comments(recipeYaml.get(), there + "/recipe.yaml"));
        } else {
            findings.addAll(edits(overlay.edits(), new SelectorLint(variantKeys)::check));
        }
        findings.addAll(IndentLint.check(overlay.edits(), text, folder));
        findings.addAll(FilesLint.check(overlay, base, recipeDir, files));
        return sorted(findings);
    }

    /** What is found in port.yaml; see {@link #overlay}. */
    public static List<LintFinding> port(String text, String file, List<Rule> rules, Collection<String> variantKeys) {
        List<LintFinding> findings = new ArrayList<>(SourceLint.check(text, file));
        List<Edit> edits = rules.stream().map(Rule::edit).toList();
        findings.addAll(edits(edits, new SelectorLint(variantKeys)::check));
        findings.addAll(IndentLint.check(edits, text, FileTree.empty()));
        return sorted(findings);
    }

    /**
     * A warning for each edit whose {@code until} is over.
     *
     * @param today the caller's day
     * @param version the package's version, empty where unknown
     */
    public static List<LintFinding> expired(List<Edit> edits, LocalDate today, Optional<String> version) {
        List<LintFinding> findings = new ArrayList<>();
        for (Edit edit : edits) {
            edit.until()
                    .filter(until -> until.isOver(today, version))
                    .ifPresent(until -> findings.add(LintFinding.warning(
                            edit.at(),
                            edit.title() + ": EXPIRED: it was to last until " + until.text(),
                            "delete the edit, or say anew how long it lasts")));
        }
        return findings;
    }

    private static List<LintFinding> edits(List<Edit> edits, Function<Edit, List<LintFinding>> conditions) {
        List<LintFinding> findings = new ArrayList<>();
        edits.forEach(edit -> findings.addAll(conditions.apply(edit)));
        edits.stream()
                .filter(edit -> edit.takesAway("sha256"))
                .map(Lint::unchecked)
                .forEach(findings::add);
        edits.forEach(edit -> findings.addAll(sums(edit)));
        return findings;
    }

    /** Of what it writes as a sha256, each text that is none, nor made by Jinja or the port's names. */
    private static List<LintFinding> sums(Edit edit) {
        Stream<String> written = Stream.concat(
                edit.written().optional("sha256").stream(),
                edit.subject().endsWith("sha256") ? edit.written().optional("value").stream() : Stream.empty());
        return written.map(text -> Quotes.without(text.strip()))
                .filter(text -> !SUM.matcher(text).matches())
                .map(text -> LintFinding.warning(
                        edit.at(),
                        edit.title() + ": '" + text + "' is no sha256, which has 64 digits of 0-9 and a-f",
                        "give what sha256sum prints of the source"))
                .toList();
    }

    private static LintFinding unchecked(Edit edit) {
        return LintFinding.warning(
                edit.at(),
                edit.title() + " removes a sha256",
                "set the one of the source that is meant, with set-key or set-version: without it a download is not"
                        + " checked");
    }

    private static List<LintFinding> sorted(List<LintFinding> findings) {
        Comparator<Problem> place = Comparator.<Problem, String>comparing(
                        problem -> problem.at().file())
                .thenComparingInt(problem -> problem.at().line())
                .thenComparingInt(problem -> problem.at().column());
        findings.sort(Comparator.comparing(LintFinding::problem, place));
        return List.copyOf(findings);
    }
}
