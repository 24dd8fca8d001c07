package org.archirender.overlay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.archirender.forge.ForgeConfig;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.Edit.Reach;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.readback.Neighbours;
import org.archirender.overlay.readback.PrintBack;
import org.archirender.overlay.readback.ReadBack;
import org.archirender.overlay.readback.Readings;
import org.archirender.overlay.recipe.RecipeEdit;
import org.archirender.overlay.recipe.RecipeFile;
import org.archirender.overlay.script.LineRange;
import org.archirender.overlay.script.TextEdit;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Span;
import org.archirender.tree.FileChange;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeDiff;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/** Applies rules and an overlay's edits to a base, each seeing the former's result. */
public final class OverlayApplier {
    private final FileTree feedstock;
    private final String recipeDir;
    private final FileTree base;
    private final FileTree files;
    private final PortNames names;
    private final List<Step> steps = new ArrayList<>();
    private final List<EditResult> results = new ArrayList<>();
    private final SortedMap<TreePath, ClaimedText> claims = new TreeMap<>();
    private final Readings readings = new Readings();
    private FileTree recipe;

    private OverlayApplier(FileTree base, FileTree files, PortNames names) {
        this.feedstock = base;
        this.recipeDir = ForgeConfig.recipeDir(base);
        this.base = base.folder(recipeDir);
        this.recipe = this.base;
        this.files = files;
        this.names = names;
    }

    /** An edit that applied, recipe/ afterwards, and what it changed there. */
    private record Step(Edit edit, FileTree recipe, List<TreePath> touched) {
        boolean alone() {
            return reach(edit) == Reach.FILES;
        }
    }

    /**
     * What {@code rules}, where their conditions hold for the base, and then the overlay's edits make of {@code base}.
     * Every edit is tried and ends in one status; one that does not apply changes nothing. Two that overlap do not both
     * apply.
     *
     * @param base the feedstock, with recipe/
     * @param files the overlay's files/
     * @param names what the edits' texts may use between at-signs; the overlay's own base version is added
     */
    public static Applied apply(FileTree base, FileTree files, Overlay overlay, List<Rule> rules, PortNames names) {
        PortNames own = overlay.base()
                .flatMap(Overlay.Base::version)
                .map(names::withVersion)
                .orElse(names);
        OverlayApplier applier = new OverlayApplier(base, files, own);
        rules.stream()
                .filter(rule -> rule.when().holds(ForgeConfig.builtRecipe(base, applier.base)))
                .map(Rule::edit)
                .forEach(applier::apply);
        overlay.edits().forEach(applier::apply);
        return new Applied(applier.tree(base), applier.results);
    }

    private FileTree tree(FileTree whole) {
        FileTree tree = whole;
        for (TreePath path : base.files().keySet()) {
            tree = tree.without(path.under(recipeDir));
        }
        return tree.with(recipe.under(recipeDir));
    }

    private void apply(Edit written) {
        List<String> unknown = new ArrayList<>();
        Edit edit = settled(written.map(text -> names.expand(text, unknown::add)));
        try {
            if (!unknown.isEmpty()) {
                throw EditStatus.NAME_UNKNOWN.refusal(
                        "there is no name '@" + unknown.get(0) + "@'; there is " + names.list(),
                        names.near(unknown.get(0)));
            }
            refuseOtherVersion(edit);
            FileTree changed = done(edit, recipe);
            List<TreePath> touched = TreeDiff.between(recipe, changed).changes().stream()
                    .map(FileChange::path)
                    .toList();
            touched.forEach(path -> refuseOverlap(edit, path, changed));
            if (edit instanceof RecipeEdit recipeEdit) {
                readBack(recipeEdit, changed);
            }
            TreePath built = RecipeFile.path(ForgeConfig.builtRecipe(feedstock, recipe));
            if (edit instanceof TextEdit && touched.contains(built)) {
                compare(built, changed, (old, now) -> Neighbours.check(old, now, readings));
            }
            touched.forEach(path -> claim(edit, path, changed));
            recipe = changed;
            steps.add(new Step(edit, changed, touched));
            results.add(new EditResult(edit, EditStatus.APPLIED, reaching(edit), List.of()));
        } catch (EditRefusal refusal) {
            results.add(overlap(edit, refusal)
                    .orElse(new EditResult(edit, refusal.status(), refusal.message(), refusal.nearMisses())));
        }
    }

    /** Who gets an edit of a staging output; empty where nobody inherits it. */
    private String reaching(Edit edit) {
        List<String> outputs = edit.written().subjects().stream()
                .filter(path -> edit instanceof RecipeEdit && path.startsWith("outputs["))
                .toList();
        List<String> heirs = outputs.stream()
                .flatMap(path -> RecipeFile.of(seen(edit, recipe)).stream().flatMap(file -> file.heirs(path).stream()))
                .distinct()
                .toList();
        return heirs.isEmpty() ? "" : "reaches what inherits from it: " + String.join(", ", heirs);
    }

    /** {@code tree} with the edit done. */
    private FileTree done(Edit edit, FileTree tree) {
        FileTree seen = seen(edit, tree);
        FileTree changed = edit.apply(seen, files);
        for (TreePath path : tree.files().keySet()) {
            changed = seen.contains(path)
                    ? changed
                    : changed.with(path, tree.get(path).orElseThrow());
        }
        return changed;
    }

    /** Of two recipes an edit of the recipe means the one that is built. */
    private FileTree seen(Edit edit, FileTree tree) {
        return edit instanceof RecipeEdit ? ForgeConfig.builtRecipe(feedstock, tree) : tree;
    }

    /** The edit as it has to be done on the recipe as it is now. */
    private Edit settled(Edit edit) {
        return edit instanceof RecipeEdit recipeEdit && names.target().isPresent()
                ? recipeEdit.settled(
                        seen(edit, recipe), new PrintBack(names.target().get(), recipe)::numbers)
                : edit;
    }

    /** Holds an edit to what it meant. */
    private void readBack(RecipeEdit edit, FileTree changed) {
        compare(edit.path(seen(edit, recipe)), changed, (old, now) -> {
            ReadBack.check(edit, old, now, readings);
            names.target().ifPresent(target -> new PrintBack(target, changed).check(edit.meaning(old), old, now));
        });
    }

    /** Has {@code check} see the recipe before and after; bytes that are no UTF-8 can't be read. */
    private void compare(TreePath path, FileTree changed, BiConsumer<RecipeText, RecipeText> check) {
        Optional<String> before = recipe.get(path).flatMap(TreeFile::text);
        Optional<String> after = changed.get(path).flatMap(TreeFile::text);
        if (before.isPresent() && after.isPresent()) {
            check.accept(RecipeFile.parse(path, before.get()), RecipeFile.parse(path, after.get()));
        }
    }

    private void refuseOtherVersion(Edit edit) {
        Optional<String> only = edit.onlyVersion();
        if (only.isPresent() && !only.equals(names.version())) {
            throw EditStatus.VERSION_MOVED.refusal("the edit is for version " + only.get() + " only, the base has "
                    + names.version().orElse("one that is not known"));
        }
    }

    private void refuseOverlap(Edit edit, TreePath path, FileTree changed) {
        overlapped(edit, path, changed).ifPresent(before -> {
            throw EditStatus.OVERLAPS.refusal(
                    "it changes what '" + before.title() + "' (" + before.at() + ") did to recipe/" + path);
        });
    }

    /** The earlier edit of a file that leaves no place for {@code edit}: either is alone on it, or it wrote what goes. */
    private Optional<Edit> overlapped(Edit edit, TreePath path, FileTree changed) {
        boolean alone = reach(edit) == Reach.FILES;
        Optional<Step> whole = steps.stream()
                .filter(step -> (alone || step.alone()) && step.touched().contains(path))
                .findFirst();
        if (alone || whole.isPresent()) {
            return whole.map(Step::edit);
        }
        String now = text(changed, path);
        OptionalInt writer = Optional.ofNullable(claims.get(path))
                .map(claimed -> overwritten(claimed, edit, path, now))
                .orElse(OptionalInt.empty());
        return writer.isPresent() ? Optional.of(steps.get(writer.getAsInt()).edit()) : Optional.empty();
    }

    private OptionalInt overwritten(ClaimedText claimed, Edit edit, TreePath path, String now) {
        Optional<LineRange> lines = replaced(edit, path);
        if (lines.isPresent()) {
            return claimed.overwritten(now, lines.get());
        }
        Optional<String> text = recipe.get(path).flatMap(TreeFile::text);
        if (edit instanceof RecipeEdit recipeEdit && reach(edit) == Reach.VALUES && text.isPresent()) {
            return claimed.overwritten(recipeEdit.replaced(path, text.get()).stream()
                    .map(span -> new Span(bytes(text.get(), span.start()), bytes(text.get(), span.end())))
                    .toList());
        }
        return claimed.overwritten(now, reach(edit) == Reach.LINES);
    }

    private static int bytes(String text, int end) {
        return text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    }

    private static Reach reach(Edit edit) {
        return edit.written().operation().reach();
    }

    /** The lines that {@code edit} replaces in the file as it is before it, where that can be told. */
    private Optional<LineRange> replaced(Edit edit, TreePath path) {
        return edit instanceof TextEdit lines
                ? recipe.get(path).flatMap(TreeFile::text).flatMap(lines::replaced)
                : Optional.empty();
    }

    private void claim(Edit edit, TreePath path, FileTree changed) {
        ClaimedText claimed = Optional.ofNullable(claims.get(path)).orElse(ClaimedText.of(text(recipe, path)));
        String now = text(changed, path);
        int writer = steps.size();
        claims.put(
                path,
                replaced(edit, path)
                        .map(lines -> claimed.after(now, writer, lines))
                        .orElseGet(() -> claimed.after(now, writer)));
    }

    private static String text(FileTree tree, TreePath path) {
        return tree.get(path).map(TreeFile::byteText).orElse("");
    }

    /** An edit that fails only because of an earlier one overlaps it. */
    private Optional<EditResult> overlap(Edit edit, EditRefusal refusal) {
        if (refusal.status() == EditStatus.OVERLAPS
                || refusal.status() == EditStatus.VERSION_MOVED
                || refusal.status() == EditStatus.NAME_UNKNOWN
                || !applies(base, edit)) {
            return Optional.empty();
        }
        return steps.stream()
                .filter(step -> !applies(step.recipe(), edit))
                .findFirst()
                .map(step -> new EditResult(
                        edit,
                        EditStatus.OVERLAPS,
                        refusal.message() + ", since '" + step.edit().title() + "' ("
                                + step.edit().at() + ") came first",
                        List.of()));
    }

    private boolean applies(FileTree tree, Edit edit) {
        try {
            done(edit, tree);
            return true;
        } catch (EditRefusal e) {
            return false;
        }
    }
}
