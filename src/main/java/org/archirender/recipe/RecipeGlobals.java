package org.archirender.recipe;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.archirender.python.PyDict;
import org.archirender.python.PyStr;
import org.archirender.python.PyValue;
import org.archirender.python.Scope;

/**
 * The names that a recipe's template sees, in conda-build's order of {@code env.globals}: its functions, the variant's
 * values as raw text, the build's variables, and what selectors see.
 */
public final class RecipeGlobals {
    private final RecipeContext context;
    private final RecipeFunctions functions;
    private final Map<String, String> variables;

    private RecipeGlobals(RecipeContext context) {
        this.context = context;
        this.functions = new RecipeFunctions(context);
        this.variables = BuildVariables.of(context);
    }

    /** The names of one rendering; not to be shared by renderings, since templates may change lists and dicts. */
    public static Scope of(RecipeContext context) {
        RecipeGlobals globals = new RecipeGlobals(context);
        Scope selectors =
                Scope.of(SelectorNames.of(context.target(), context.target(), context.variant(), context.environ()));
        PyDict environ = globals.environ();
        return name -> {
            Optional<PyValue> own = globals.find(name, environ);
            return own.isPresent() ? own : selectors.find(name);
        };
    }

    private Optional<PyValue> find(String name, PyDict environ) {
        if (name.equals("environ")) {
            return Optional.of(environ);
        }
        Optional<PyValue> function = functions.find(name);
        if (function.isPresent()) {
            return function;
        }
        String text = context.variant().get(name);
        if (text == null) {
            text = name.equals("CONDA_BUILD_STATE") ? "RENDER" : variables.get(name);
        }
        return text == null ? Optional.empty() : Optional.of(new PyStr(text));
    }

    /** The environment that {@code environ} shows: the process's, the build's, and variant keys that hide none of them. */
    private PyDict environ() {
        Map<String, String> all = new TreeMap<>(context.environ());
        all.putAll(variables);
        context.variant().forEach((key, value) -> {
            if (!BuildVariables.hidesFromEnvironment(key, variables)) {
                all.put(key, value);
            }
        });
        return PyDict.ofStrings(all);
    }
}
