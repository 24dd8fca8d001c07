package org.archirender.overlay.patch;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.text.NearMiss;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/** Applies edits of whole files to a recipe/ folder. */
public final class AddFile {
    private AddFile() {}

    /**
     * What {@code edit} makes of {@code recipe}.
     *
     * @param files the overlay's files/
     * @throws EditRefusal where it can't or needn't be done
     */
    public static FileTree apply(FileTree recipe, FileTree files, FileEdit edit) {
        TreePath path = TreePath.of(edit.file());
        if (edit instanceof FileEdit.AddFile) {
            return add(recipe, path, own(files, path));
        }
        if (edit instanceof FileEdit.ApplyPatch) {
            return UnifiedPatch.parse(own(files, path)).apply(recipe);
        }
        if (!recipe.contains(path)) {
            throw missing("recipe/", recipe, path);
        }
        return recipe.without(path);
    }

    /** The overlay's own file of that path. */
    static TreeFile own(FileTree files, TreePath path) {
        return files.get(path).orElseThrow(() -> missing("the overlay's files/", files, path));
    }

    private static FileTree add(FileTree recipe, TreePath path, TreeFile file) {
        Optional<TreeFile> there = recipe.get(path);
        if (there.equals(Optional.of(file))) {
            throw new EditRefusal(EditStatus.ALREADY_PRESENT, "recipe/" + path + " has these bytes already");
        }
        if (there.isPresent()) {
            throw new EditRefusal(
                    EditStatus.FILE_EXISTS,
                    "recipe/" + path + " is there with " + there.get() + ", the overlay's has " + file);
        }
        return recipe.with(path, file);
    }

    /** That {@code folder} has no such file. */
    public static EditRefusal missing(String folder, FileTree tree, TreePath path) {
        List<String> names = tree.files().keySet().stream().map(TreePath::value).toList();
        return new EditRefusal(
                EditStatus.FILE_MISSING, folder + " has no file '" + path + "'", NearMiss.of(path.value(), names));
    }
}
