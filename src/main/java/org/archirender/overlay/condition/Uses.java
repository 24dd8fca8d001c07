package org.archirender.overlay.condition;

import static org.archirender.yaml.Field.optional;

import org.archirender.overlay.recipe.RecipeFile;
import org.archirender.tree.FileTree;
import org.archirender.yaml.FieldShapes;

/** {@code uses: compiler('c')}: a requirement of any section and any output goes by that name. */
record Uses(String item) implements Condition {
    static final Kind KIND = new Kind(
            optional("uses", FieldShapes.TEXT, "a requirement of that name, or a Jinja call such as `compiler('c')`"),
            values -> new Uses(values.text("uses")));

    @Override
    public boolean holds(FileTree recipe) {
        return RecipeFile.of(recipe).map(file -> file.uses(item)).orElse(false);
    }
}
