package org.archirender.overlay.patch;

import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;

/** {@code add-file: PATH}: the file of that path in files/, mode included. */
public record AddFile(EditValues written) implements FileEdit {
    public static final Operation OPERATION = new Operation(
            required("add-file", EditShape.FILE, "the file, both in `files/` and below `recipe/`"),
            List.of(),
            "Adds a file from the overlay's `files/`, byte for byte, executable where it is there.",
            Reach.LINES,
            Why.NEVER,
            "- add-file: revert-neon.patch",
            AddFile::new);

    @Override
    public FileTree apply(FileTree recipe, FileTree files) {
        TreeFile own = own(files);
        Optional<TreeFile> there = recipe.get(path());
        if (there.equals(Optional.of(own))) {
            throw EditStatus.ALREADY_PRESENT.refusal("recipe/" + path() + " has these bytes already");
        }
        if (there.isPresent()) {
            throw EditStatus.FILE_EXISTS.refusal(
                    "recipe/" + path() + " is there with " + there.get() + ", the overlay's has " + own);
        }
        recipe.inTheWayOf(path()).ifPresent(other -> {
            throw EditStatus.FILE_EXISTS.refusal(
                    path().isUnder(other.value())
                            ? "recipe/%s is a file, and so nothing is below it".formatted(other)
                            : "recipe/%s is a folder, there is recipe/%s".formatted(path(), other));
        });
        return recipe.with(path(), own);
    }

    @Override
    public Optional<String> ownFile() {
        return Optional.of(file());
    }

    @Override
    public Optional<String> addedFile() {
        return Optional.of(file());
    }
}
