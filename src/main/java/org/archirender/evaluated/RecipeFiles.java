package org.archirender.evaluated;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;
import org.archirender.text.Regex;
import org.archirender.text.RegexLimitException;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreePath;

/** The {@code load_*} functions. They read files of the recipe's folder, never the disk. */
final class RecipeFiles {
    private static final String RECIPE_DIR = "$RECIPE_DIR/";

    private final FileTree recipe;

    RecipeFiles(FileTree recipe) {
        this.recipe = recipe;
    }

    /** {@code load_file_data}: a JSON or YAML file's data; an empty dict where there is no such file. */
    PyValue loadData(Arguments arguments) {
        Arguments.Bound bound = arguments.bind(
                "load_file_data", 1, "filename", "fmt", "from_recipe_dir", "recipe_dir", "permit_undefined_jinja");
        String name = RecipeFunctions.text("load_file_data", bound.get(0));
        Optional<String> text = text("load_file_data", name, bound.get(2, PyBool.FALSE));
        if (text.isEmpty()) {
            return new PyDict();
        }
        PyValue format = bound.get(1, PyNone.NONE);
        int dot = name.lastIndexOf('.');
        String suffix = dot < name.lastIndexOf('/') + 1 ? "" : name.substring(dot + 1);
        return data(text.get(), format.truth() ? format.str() : suffix, name);
    }

    /** {@code load_str_data}: the data of a JSON or YAML text. */
    static PyValue loadText(Arguments arguments) {
        Arguments.Bound bound = arguments.bind("load_str_data", 2, "string", "fmt");
        return data(
                RecipeFunctions.text("load_str_data", bound.get(0)),
                bound.get(1).str(),
                "the text");
    }

    private static PyValue data(String text, String format, String name) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "json" -> PlainData.json(text, name);
            case "yaml", "yml" -> PlainData.yaml(text, name);
            case "toml" ->
                throw new PythonException(
                        PythonError.UNSUPPORTED, "reading " + name + " as TOML; write the values into the recipe");
            default ->
                throw new PythonException(
                        PythonError.VALUE,
                        "Unknown file format: " + format + ". Allowed formats: json, yaml, yml, toml");
        };
    }

    /** {@code load_file_regex}: the first match of a regular expression in a file, or None. */
    PyValue loadRegex(Arguments arguments) {
        Arguments.Bound bound = arguments.bind(
                "load_file_regex",
                2,
                "load_file",
                "regex_pattern",
                "from_recipe_dir",
                "recipe_dir",
                "permit_undefined_jinja");
        String name = RecipeFunctions.text("load_file_regex", bound.get(0));
        Optional<String> text = text("load_file_regex", name, bound.get(2, PyBool.FALSE));
        if (text.isEmpty()) {
            return PyNone.NONE;
        }
        String pattern = RecipeFunctions.text("load_file_regex", bound.get(1));
        try {
            Optional<MatchResult> match =
                    Regex.of(MatchValue.javaPattern(pattern)).search(text.get());
            return match.isPresent() ? new MatchValue(match.get(), MatchValue.groupNames(pattern)) : PyNone.NONE;
        } catch (IllegalArgumentException | RegexLimitException e) {
            throw new PythonException(PythonError.VALUE, e.getMessage() == null ? pattern : e.getMessage());
        }
    }

    /** The text of a file of the recipe; empty when there is none. */
    private Optional<String> text(String function, String name, PyValue fromRecipeDir) {
        boolean inRecipe = name.startsWith(RECIPE_DIR);
        if (!inRecipe && name.startsWith("/")) {
            throw new PythonException(
                    PythonError.UNSUPPORTED, function + "() of " + name + ", which is outside of the recipe");
        }
        if (!inRecipe && !RecipeFunctions.flag(fromRecipeDir)) {
            throw new PythonException(
                    PythonError.UNSUPPORTED,
                    function + "() of " + name + " reads the unpacked source, which is not there when a feedstock is"
                            + " rendered; put the file into the recipe and add from_recipe_dir=True");
        }
        String path = inRecipe ? name.substring(RECIPE_DIR.length()) : name;
        String relative = path.startsWith("./") ? path.substring(2) : path;
        if (!TreePath.wrongWith(relative).isEmpty()) {
            throw new PythonException(
                    PythonError.UNSUPPORTED, function + "() of " + name + ", which is outside of the recipe");
        }
        return recipe.get(relative)
                .map(file ->
                        file.text().orElseThrow(() -> new PythonException(PythonError.VALUE, name + " is not UTF-8")));
    }
}
