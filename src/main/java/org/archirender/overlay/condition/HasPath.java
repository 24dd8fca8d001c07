package org.archirender.overlay.condition;

import static org.archirender.yaml.Field.optional;

import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.recipe.RecipeFile;
import org.archirender.tree.FileTree;

/** {@code has: build/noarch}: the recipe has that key, once or several times. */
record HasPath(String path) implements Condition {
    static final Kind KIND = new Kind(
            optional("has", EditShape.PATH, "the recipe has that key"), values -> new HasPath(values.text("has")));

    @Override
    public boolean holds(FileTree recipe) {
        return RecipeFile.of(recipe).map(file -> file.has(path)).orElse(false);
    }
}
