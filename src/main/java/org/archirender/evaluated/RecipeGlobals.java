package org.archirender.evaluated;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.archirender.python.library.Scope;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.selector.SelectorNames;
import org.jspecify.annotations.Nullable;

/**
 * The names that a recipe's template sees, in conda-build's order of {@code env.globals}: its functions, the variant's
 * values as raw text, the build's variables, and what selectors see.
 */
public final class RecipeGlobals implements Scope {
    private final RecipeContext context;
    private final RecipeFunctions functions;
    private @Nullable Map<String, String> variables;
    private @Nullable PyDict environ;
    private @Nullable Scope selectors;

    private RecipeGlobals(RecipeContext context) {
        this.context = context;
        this.functions = new RecipeFunctions(context);
    }

    /**
     * The names of one rendering; not to be shared by renderings or threads, since templates may change lists and dicts.
     * Made as they are asked for: most recipes ask for few.
     */
    public static Scope of(RecipeContext context) {
        return new RecipeGlobals(context);
    }

    @Override
    public Optional<PyValue> find(String name) {
        if (name.equals("environ")) {
            return Optional.of(environ());
        }
        Optional<PyValue> function = functions.find(name);
        if (function.isPresent()) {
            return function;
        }
        String text = context.variant().get(name);
        if (text == null) {
            text = name.equals("CONDA_BUILD_STATE") ? "RENDER" : variables().get(name);
        }
        return text == null ? selectors().find(name) : Optional.of(new PyStr(text));
    }

    private Map<String, String> variables() {
        if (variables == null) {
            variables = BuildVariables.of(context);
        }
        return variables;
    }

    private Scope selectors() {
        if (selectors == null) {
            selectors = SelectorNames.scope(context.target(), context.variant(), context.environ());
        }
        return selectors;
    }

    /** The environment that {@code environ} shows: the process's, the build's, and variant keys that hide none of them. */
    private PyDict environ() {
        if (environ == null) {
            Map<String, String> all = new TreeMap<>(context.environ());
            all.putAll(variables());
            context.variant().forEach((key, value) -> {
                if (!BuildVariables.hidesFromEnvironment(key, variables())) {
                    all.put(key, value);
                }
            });
            environ = PyDict.ofStrings(all);
        }
        return environ;
    }
}
