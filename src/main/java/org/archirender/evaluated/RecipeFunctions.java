package org.archirender.evaluated;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.conda.DefaultVariant;
import org.archirender.python.library.Definition;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.selector.OsModule;

/**
 * The functions that conda-build gives recipes ({@code jinja_context.context_processor}), as they are when a feedstock is
 * rendered: undefined names allowed, no environment solved, no source unpacked.
 */
final class RecipeFunctions {
    /** The functions, each with what it gives for a recipe. */
    static final Map<String, Definition<RecipeContext>> BY_NAME = Definition.byName(List.of(
            Definition.of(
                    "compiler",
                    "language, permit_undefined_jinja=",
                    "the package of a language's compiler for the target, and its version",
                    (context, given) -> packageOf("compiler", context, given)),
            Definition.of(
                    "stdlib",
                    "language, permit_undefined_jinja=",
                    "the package of a language's standard library for the target, and its version",
                    (context, given) -> packageOf("stdlib", context, given)),
            Definition.of(
                    "cdt",
                    "package_name, permit_undefined_jinja=",
                    "a package of the core dependency tree for the target",
                    RecipeFunctions::coreDependency),
            Definition.of(
                    "ccache",
                    "method, permit_undefined_jinja=",
                    "the package ccache",
                    (context, given) -> new PyStr("ccache")),
            // Versions come from a solved environment, and rendering solves none: the name alone, and a blank.
            Definition.of(
                    "pin_compatible",
                    "package_name, lower_bound=, upper_bound=, min_pin=, max_pin=, permit_undefined_jinja=, exact=,"
                            + " bypass_env_check=",
                    "the package; its pin is not known when a feedstock is rendered",
                    (context, given) -> new PyStr(text("pin_compatible", given.get(0)) + " ")),
            // Versions come from the recipe's other outputs, which are not known while its text is rendered.
            Definition.of(
                    "pin_subpackage",
                    "subpackage_name, min_pin=, max_pin=, exact=, permit_undefined_jinja=, allow_no_other_outputs=,"
                            + " skip_build_id=",
                    "the output; its pin is not known when a feedstock is rendered",
                    (context, given) -> new PyStr(text("pin_subpackage", given.get(0)))),
            Definition.of(
                    "resolved_packages",
                    "env, permit_undefined_jinja=, bypass_env_check=",
                    "nothing: no environment is solved when a feedstock is rendered",
                    RecipeFunctions::resolvedPackages),
            Definition.of(
                    "load_file_data",
                    "filename, fmt=, from_recipe_dir=, recipe_dir=, permit_undefined_jinja=",
                    "the data of a JSON or YAML file beside the recipe",
                    RecipeFiles::data),
            Definition.of(
                    "load_file_regex",
                    "load_file, regex_pattern, from_recipe_dir=, recipe_dir=, permit_undefined_jinja=",
                    "where a regular expression matches in a file beside the recipe",
                    RecipeFiles::match),
            Definition.of(
                    "load_str_data",
                    "string, fmt",
                    "the data of a JSON or YAML text",
                    (context, given) -> RecipeFiles.parsed(
                            text("load_str_data", given.get(0)), given.get(1).str(), "the text"))));

    private final RecipeContext context;

    RecipeFunctions(RecipeContext context) {
        this.context = context;
    }

    /** The function or module {@code name}; empty for any other name. */
    Optional<PyValue> find(String name) {
        Definition<RecipeContext> function = BY_NAME.get(name);
        if (function != null) {
            return Optional.of(function.of(context));
        }
        return Optional.ofNullable(
                switch (name) {
                    case "installed" -> new PyDict();
                    case "load_setup_py_data", "load_setuptools", "load_npm" -> RefusedValue.source(name + "()");
                    case "datetime" -> new DateModule(name);
                    case "time" -> RefusedValue.clock(name);
                    case "os" -> new OsModule(context.environ());
                    case "environment" ->
                        new RefusedValue(name, "is Jinja's own environment, which recipes have no business with");
                    case "GIT_DESCRIBE_TAG",
                            "GIT_DESCRIBE_TAG_PEP440",
                            "GIT_DESCRIBE_NUMBER",
                            "GIT_DESCRIBE_HASH",
                            "GIT_FULL_HASH",
                            "GIT_BUILD_STR",
                            "HG_BRANCH",
                            "HG_NUM_ID",
                            "HG_LATEST_TAG",
                            "HG_LATEST_TAG_DISTANCE",
                            "HG_SHORT_ID",
                            "HG_BUILD_STR" -> RefusedValue.source(name);
                    default -> null;
                });
    }

    /** A text argument; an undefined one is the empty text, as it prints. */
    static String text(String function, PyValue value) {
        if (value instanceof PyStr text) {
            return text.value();
        }
        if (value.typeName().equals("Undefined")) {
            return "";
        }
        throw PythonException.type(function + "() needs a text, not " + value.typeName());
    }

    private static PyValue resolvedPackages(RecipeContext context, Arguments.Bound given) {
        if (!List.of("host", "build").contains(given.get(0).str())) {
            throw PythonException.value("Only host and build dependencies are supported.");
        }
        return new PyList(List.of());
    }

    /**
     * conda-build's {@code _target}: the variant's package for a language, the target platform, and a version that gets
     * {@code .*} where it is a plain one.
     *
     * @param component {@code compiler} or {@code stdlib}
     */
    private static PyStr packageOf(String component, RecipeContext context, Arguments.Bound given) {
        String language = text(component, given.get(0));
        String key = language + "_" + component;
        String fallback = DefaultVariant.compilers(context.target()).getOrDefault(key, language);
        String spec = context.variant(key, fallback) + "_"
                + context.variant("target_platform", context.target().subdir());
        String version = context.variant(key + "_version", "");
        if (version.isEmpty()) {
            return new PyStr(spec);
        }
        return new PyStr(spec + " " + version + (isPlain(version) ? ".*" : ""));
    }

    /** Word characters, dots and dashes, with no operator or star, and no build string after it. */
    private static boolean isPlain(String version) {
        return version.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
    }

    /** conda-build's {@code cdt}: a package of the core distribution, with that and its architecture in the name. */
    private static PyStr coreDependency(RecipeContext context, Arguments.Bound given) {
        String spec = text("cdt", given.get(0));
        String arch = context.target().arch();
        boolean old = arch.equals("64") || arch.equals("32");
        String machine = old ? (arch.equals("64") ? "x86_64" : "i686") : arch;
        String suffix =
                "-" + context.variant("cdt_name", old ? "cos6" : "cos7") + "-" + context.variant("cdt_arch", machine);
        int blank = spec.indexOf(' ');
        return new PyStr(blank < 0 ? spec + suffix : spec.substring(0, blank) + suffix + spec.substring(blank));
    }
}
