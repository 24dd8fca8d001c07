package org.archirender.evaluated;

import java.util.Collection;
import org.archirender.python.library.Definition;

/** conda-build's functions, for the reference. */
public final class RecipeLanguage {
    private RecipeLanguage() {}

    public static Collection<Definition<RecipeContext>> functions() {
        return RecipeFunctions.BY_NAME.values();
    }
}
