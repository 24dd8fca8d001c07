package org.archirender.overlay;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.archirender.overlay.edit.ContentEdit;
import org.archirender.overlay.script.TextEdit;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreeFile;

/** Edits as a user writes them, for tests. */
public final class Edits {
    private Edits() {}

    public static Overlay overlay(String edits) {
        return Overlay.read("overlay: 1\npackage: example\nedits:\n" + edits, "overlays/example/overlay.yaml");
    }

    public static TextEdit text(String edit) {
        return (TextEdit) overlay(edit).edits().get(0);
    }

    /** What one edit makes of a file's text. */
    public static EditOutcome applied(String text, String edit) {
        return EditOutcome.of(text, (ContentEdit) overlay(edit).edits().get(0));
    }

    /** What {@code edits} make of a recipe/ folder with only that build.sh. */
    public static Applied onBuildScript(String script, String edits) {
        return onRecipe(FileTrees.of("build.sh", script), edits);
    }

    static Applied onRecipe(FileTree recipe, String edits) {
        PortNames names = new PortNames(new TreeMap<>(Map.of("target", "linux-aarch64")));
        return OverlayApplier.apply(recipe.under("recipe"), FileTree.empty(), overlay(edits), List.of(), names);
    }

    static String buildScript(Applied applied) {
        return applied.tree().get("recipe/build.sh").flatMap(TreeFile::text).orElse("no build.sh");
    }
}
