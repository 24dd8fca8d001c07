package org.archirender.overlay.condition;

import static org.archirender.yaml.Field.optional;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditShape;
import org.archirender.tree.ByteText;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.yaml.FieldShapes;

/** {@code file: build.sh, contains: make check}: recipe/ has that file, with that text somewhere in its bytes. */
record InFile(String file, Optional<String> text) implements Condition {
    static final Kind KIND = new Kind(
            optional("file", EditShape.FILE, "`recipe/` has that file"),
            List.of(optional("contains", FieldShapes.TEXT, "with `file`: that text stands somewhere in it")),
            values -> new InFile(values.text("file"), values.optional("contains")));

    @Override
    public boolean holds(FileTree recipe) {
        return recipe.get(file).filter(this::containsText).isPresent();
    }

    private boolean containsText(TreeFile found) {
        return text.isEmpty() || ByteText.text(found).contains(ByteText.text(TreeFile.of(text.get())));
    }
}
