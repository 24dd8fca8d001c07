package org.archirender.overlay.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.edit.Edit;
import org.archirender.problem.Location;
import org.archirender.text.NearMiss;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/** Finds patches that are added and not applied or applied and not there, and files of the overlay that nothing uses. */
final class FilesLint {
    /** A patch's name that is made when the recipe is built. */
    private static final Pattern MADE = Pattern.compile("(?:\\}\\}|[*$?}])[^\\s]*\\.(?:patch|diff)\\b");

    private final Overlay overlay;
    private final String recipeDir;
    private final FileTree recipe;
    private final FileTree files;
    private final List<LintFinding> findings = new ArrayList<>();

    private FilesLint(Overlay overlay, String recipeDir, FileTree recipe, FileTree files) {
        this.overlay = overlay;
        this.recipeDir = recipeDir;
        this.recipe = recipe;
        this.files = files;
    }

    /** @param base the feedstock, with the recipe in {@code recipeDir} */
    static List<LintFinding> check(Overlay overlay, FileTree base, String recipeDir, FileTree files) {
        FilesLint lint = new FilesLint(overlay, recipeDir, base.folder(recipeDir), files);
        overlay.edits().forEach(lint::check);
        files.files().keySet().forEach(lint::checkUsed);
        lint.recipe.files().keySet().stream()
                .filter(path -> isPatch(path.value()))
                .forEach(lint::checkNamed);
        return lint.findings;
    }

    private void check(Edit edit) {
        edit.addedFile()
                .filter(FilesLint::isPatch)
                .filter(patch -> !isReferenced(patch))
                .ifPresent(patch -> findings.add(LintFinding.warning(
                        edit.at(),
                        "nothing refers to the patch '" + patch + "' that is added",
                        "add it to source/patches, or delete the edit")));
        edit.usedPatches().forEach(patch -> checkPatchIsThere(edit, patch));
    }

    private static boolean isPatch(String file) {
        return file.endsWith(".patch") || file.endsWith(".diff");
    }

    /** Whether another edit or a file of the base has the patch's name in it. */
    private boolean isReferenced(String patch) {
        String name = TreePath.of(patch).name();
        boolean byEdit = overlay.edits().stream()
                .filter(edit -> edit.addedFile().isEmpty())
                .flatMap(edit -> edit.texts().stream())
                .anyMatch(text -> text.contains(name));
        return byEdit
                || recipe.files().values().stream().map(TreeFile::byteText).anyMatch(text -> text.contains(name));
    }

    /** A patch of upstream's; where a name is made by Jinja or a pattern it can't be told which are meant. */
    private void checkNamed(TreePath path) {
        boolean guessed = recipe.files().values().stream()
                .map(TreeFile::byteText)
                .anyMatch(text -> MADE.matcher(text).find());
        if (!guessed && !isReferenced(path.value())) {
            findings.add(LintFinding.warning(
                    Location.of(folder() + "base/" + recipeDir + "/" + path),
                    "no line of the recipe and no edit names this patch",
                    "add it to source/patches, or take it out with delete-file"));
        }
    }

    private void checkPatchIsThere(Edit edit, String patch) {
        boolean jinja = patch.contains("{{");
        boolean there =
                recipe.files().keySet().stream().anyMatch(path -> path.value().equals(patch));
        boolean added =
                overlay.edits().stream().anyMatch(other -> other.addedFile().equals(Optional.of(patch)));
        if (!jinja && !there && !added) {
            List<String> names = new ArrayList<>();
            recipe.files().keySet().forEach(path -> names.add(path.value()));
            files.files().keySet().forEach(path -> names.add(path.value()));
            findings.add(LintFinding.error(
                    edit.at(),
                    NearMiss.behind(
                            "the patch '" + patch + "' is neither in the base nor added", NearMiss.of(patch, names)),
                    "put it into files/ and say 'add-file: " + patch + "'"));
        }
    }

    private String folder() {
        return overlay.file().substring(0, overlay.file().lastIndexOf('/') + 1);
    }

    private void checkUsed(TreePath path) {
        boolean used = overlay.edits().stream().anyMatch(edit -> edit.ownFile().equals(Optional.of(path.value())));
        TreeFile file = files.get(path).orElseThrow();
        Location at = Location.of(folder() + "files/" + path);
        if (!used) {
            findings.add(
                    LintFinding.warning(at, "no edit uses this file", "say 'add-file: " + path + "', or delete it"));
        }
        Secrets.in(file.byteText())
                .ifPresent(secret -> findings.add(LintFinding.error(at, "has " + secret, Secrets.FIX)));
    }
}
