package org.archirender.variant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.archirender.python.Arguments;
import org.archirender.python.PyDict;
import org.archirender.python.PyFunction;
import org.archirender.python.PyList;
import org.archirender.python.PyNone;
import org.archirender.python.PyStr;
import org.archirender.python.PyValue;
import org.archirender.python.PythonError;
import org.archirender.python.PythonException;
import org.archirender.recipe.RenderedRecipe;

/**
 * What templates see besides the names of selectors: the build's environment, every variant key as text, and
 * conda-build's functions (conda-build's {@code context_processor} and {@code environ.get_dict}). Folders of a build
 * that never happens have made-up names.
 */
final class TemplateNames {
    private final ConfigEnvironment environment;
    private final Map<String, String> variant;

    /** @param variant the values of all keys that templates may ask for */
    TemplateNames(ConfigEnvironment environment, Map<String, String> variant) {
        this.environment = environment;
        this.variant = variant;
    }

    /** @param known what an earlier rendering made of the recipe */
    Map<String, PyValue> of(Optional<RenderedRecipe> known) {
        Map<String, String> variables = new TreeMap<>(environment.variables());
        build(variables);
        languages(variables);
        variables.put("PKG_NAME", known.map(RenderedRecipe::name).orElse(""));
        variables.put("PKG_VERSION", known.map(RenderedRecipe::version).orElse(""));
        String number = known.map(RenderedRecipe::buildNumber).orElse("");
        variables.put("PKG_BUILDNUM", number.isEmpty() ? "0" : number);
        Map<String, PyValue> names = new LinkedHashMap<>();
        variables.forEach((name, value) -> names.put(name, new PyStr(value)));
        variant.forEach((name, value) -> names.put(name, new PyStr(value)));
        names.put("CONDA_BUILD_STATE", new PyStr("RENDER"));
        names.put("environ", PyDict.ofStrings(variables));
        functions(names);
        return names;
    }

    private void build(Map<String, String> variables) {
        variables.put("CONDA_BUILD", "1");
        variables.put("ARCH", environment.target().arch());
        variables.put("SUBDIR", environment.target().subdir());
        variables.put("PREFIX", "/prefix");
        variables.put("BUILD_PREFIX", "/build_prefix");
        variables.put("SRC_DIR", "/source");
        variables.put("RECIPE_DIR", "/recipe");
        variables.put("CPU_COUNT", "1");
        variables.put("SHLIB_EXT", environment.target().os().equals("osx") ? ".dylib" : ".so");
        variables.put("PKG_BUILD_STRING", "placeholder");
        variables.put("PKG_HASH", "1234567");
    }

    private void languages(Map<String, String> variables) {
        String python = minor(variant.getOrDefault("python", "3.10"));
        String numpy = minor(variant.getOrDefault("numpy", "1.22"));
        String library = "/prefix/lib/python" + python;
        variables.put("PY_VER", python);
        variables.put("PY3K", python.startsWith("2.") ? "0" : "1");
        variables.put("CONDA_PY", python.replace(".", ""));
        variables.put("PYTHON", "/prefix/bin/python");
        variables.put("STDLIB_DIR", library);
        variables.put("SP_DIR", library + "/site-packages");
        variables.put("NPY_VER", numpy);
        variables.put("CONDA_NPY", numpy.replace(".", ""));
        variables.put("PERL_VER", variant.getOrDefault("perl", "5.26.2"));
        variables.put("R_VER", variant.getOrDefault("r_base", "3.5"));
    }

    /** {@code 3.12.* *_cpython} as {@code 3.12}. */
    private static String minor(String version) {
        String[] parts = version.split(" ", 2)[0].split("\\.", 3);
        return parts.length < 2 ? parts[0] : parts[0] + "." + parts[1];
    }

    private void functions(Map<String, PyValue> names) {
        function(names, "compiler", arguments -> tool(arguments, "compiler"));
        function(names, "stdlib", arguments -> tool(arguments, "stdlib"));
        function(names, "pin_compatible", TemplateNames::first);
        function(names, "pin_subpackage", TemplateNames::first);
        function(names, "cdt", TemplateNames::first);
        function(names, "ccache", arguments -> new PyStr("ccache"));
        function(names, "resolved_packages", arguments -> new PyList(List.of()));
        function(names, "load_file_regex", arguments -> PyNone.NONE);
        for (String name : List.of("load_setup_py_data", "load_setuptools", "load_file_data", "load_str_data")) {
            function(names, name, arguments -> new PyDict());
        }
        names.put("installed", new PyDict());
    }

    private static void function(Map<String, PyValue> names, String name, Function<Arguments, PyValue> body) {
        names.put(name, new PyFunction(name, body));
    }

    private static PyValue first(Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            throw new PythonException(PythonError.TYPE, "the name of the package is missing");
        }
        return arguments.positional().get(0);
    }

    private PyValue tool(Arguments arguments, String tool) {
        String language = arguments.bind(tool, 1, "language").get(0).str();
        String key = language + "_" + tool;
        String target =
                variant.getOrDefault("target_platform", environment.target().subdir());
        String version = variant.getOrDefault(key + "_version", "");
        String name = variant.getOrDefault(key, language) + "_" + target;
        return new PyStr(version.isEmpty() ? name : name + " " + version + ".*");
    }
}
