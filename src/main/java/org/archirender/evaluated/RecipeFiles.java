package org.archirender.evaluated;

import java.util.Locale;
import java.util.Optional;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Budget;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.text.RegexLimitException;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreePath;

/** The {@code load_*} functions. They read files of the recipe's folder, never the disk. */
final class RecipeFiles {
    private static final String RECIPE_DIR = "$RECIPE_DIR/";

    /** What a character of a file is worth, read and parsed. */
    private static final int PARSED = 50;

    private RecipeFiles() {}

    /** {@code load_file_data}: a JSON or YAML file's data; an empty dict where there is no such file. */
    static PyValue data(RecipeContext context, Arguments.Bound given) {
        String name = RecipeFunctions.text("load_file_data", given.get(0));
        Optional<String> text = text(context.recipe(), "load_file_data", name, given.get(2, PyBool.FALSE));
        PyValue format = given.get(1, PyNone.NONE);
        int dot = name.lastIndexOf('.');
        String suffix = dot < name.lastIndexOf('/') + 1 ? "" : name.substring(dot + 1);
        return text.isPresent() ? parsed(text.get(), format.truth() ? format.str() : suffix, name) : new PyDict();
    }

    /** The data of a JSON or YAML text. */
    static PyValue parsed(String text, String format, String name) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "json" -> PlainData.json(text, name);
            case "yaml", "yml" -> PlainData.yaml(text, name);
            case "toml" ->
                throw PythonException.unsupported("reading " + name + " as TOML; write the values into the recipe");
            default ->
                throw PythonException.value(
                        "Unknown file format: " + format + ". Allowed formats: json, yaml, yml, toml");
        };
    }

    /** {@code load_file_regex}: the first match of a regular expression in a file, or None. */
    static PyValue match(RecipeContext context, Arguments.Bound given) {
        String name = RecipeFunctions.text("load_file_regex", given.get(0));
        Optional<String> text = text(context.recipe(), "load_file_regex", name, given.get(2, PyBool.FALSE));
        String pattern = RecipeFunctions.text("load_file_regex", given.get(1));
        try {
            return text.isPresent() ? MatchValue.search(pattern, text.get()) : PyNone.NONE;
        } catch (IllegalArgumentException | RegexLimitException e) {
            throw PythonException.value(e.getMessage() == null ? pattern : e.getMessage());
        }
    }

    /** The text of a file of the recipe, with Python's line ends; empty when there is none. */
    private static Optional<String> text(FileTree recipe, String function, String name, PyValue fromRecipeDir) {
        boolean inRecipe = name.startsWith(RECIPE_DIR);
        String path = inRecipe ? name.substring(RECIPE_DIR.length()) : name;
        String relative = path.startsWith("./") ? path.substring(2) : path;
        if (!inRecipe && !name.startsWith("/") && !fromRecipeDir.truth()) {
            throw PythonException.unsupported(
                    function + "() of " + name + " reads the unpacked source, which is not there when a feedstock is"
                            + " rendered; put the file into the recipe and add from_recipe_dir=True");
        }
        if (!TreePath.wrongWith(relative).isEmpty()) {
            throw PythonException.unsupported(function + "() of " + name + ", which is outside of the recipe");
        }
        return recipe.get(relative)
                .map(file -> file.text().orElseThrow(() -> PythonException.value(name + " is not UTF-8")))
                .map(text -> {
                    Budget.charge((long) PARSED * text.length());
                    return text.replace("\r\n", "\n").replace('\r', '\n');
                });
    }
}
