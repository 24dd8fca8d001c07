package org.archirender.evaluated;

import java.util.List;
import java.util.Optional;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFunction;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;
import org.archirender.selector.OsModule;

/**
 * The functions that conda-build gives recipes ({@code jinja_context.context_processor}), as they are when a feedstock is
 * rendered: undefined names allowed, no environment solved, no source unpacked.
 */
final class RecipeFunctions {
    private final RecipeContext context;
    private final Toolchain toolchain;
    private final RecipeFiles files;

    RecipeFunctions(RecipeContext context) {
        this.context = context;
        this.toolchain = new Toolchain(context);
        this.files = new RecipeFiles(context.recipe());
    }

    /** The function or module {@code name}; empty for any other name. */
    Optional<PyValue> find(String name) {
        return switch (name) {
            case "compiler", "stdlib" ->
                function(
                        name,
                        arguments ->
                                new PyStr(toolchain.spec(name, text(name, required(name, "language", arguments)))));
            case "cdt" ->
                function(
                        name,
                        arguments -> new PyStr(
                                toolchain.coreDependency(text(name, required(name, "package_name", arguments)))));
            case "ccache" ->
                function(name, arguments -> {
                    required(name, "method", arguments);
                    return new PyStr("ccache");
                });
            case "pin_compatible" -> function(name, RecipeFunctions::pinCompatible);
            case "pin_subpackage" -> function(name, RecipeFunctions::pinSubpackage);
            case "resolved_packages" -> function(name, RecipeFunctions::resolvedPackages);
            case "installed" -> Optional.of(new PyDict());
            case "load_file_data" -> function(name, files::loadData);
            case "load_file_regex" -> function(name, files::loadRegex);
            case "load_str_data" -> function(name, RecipeFiles::loadText);
            case "load_setup_py_data", "load_setuptools", "load_npm" -> Optional.of(RefusedValue.source(name + "()"));
            case "datetime", "time" -> Optional.of(RefusedValue.clock(name));
            case "os" -> Optional.of(new OsModule(context.environ()));
            case "environment" ->
                Optional.of(new RefusedValue(name, "is Jinja's own environment, which recipes have no business with"));
            default -> name.startsWith("GIT_") || name.startsWith("HG_") ? fromSource(name) : Optional.empty();
        };
    }

    private static Optional<PyValue> fromSource(String name) {
        return switch (name) {
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
                    "HG_BUILD_STR" -> Optional.of(RefusedValue.source(name));
            default -> Optional.empty();
        };
    }

    private static Optional<PyValue> function(String name, java.util.function.Function<Arguments, PyValue> body) {
        return Optional.of(new PyFunction(name, body));
    }

    private static PyValue required(String function, String parameter, Arguments arguments) {
        return arguments.bind(function, 1, parameter, "permit_undefined_jinja").get(0);
    }

    /** A text argument; an undefined one is the empty text, as it prints. */
    static String text(String function, PyValue value) {
        if (value instanceof PyStr text) {
            return text.value();
        }
        if (value.typeName().equals("Undefined")) {
            return "";
        }
        throw new PythonException(PythonError.TYPE, function + "() needs a text, not " + value.typeName());
    }

    /** Versions come from a solved environment, and rendering solves none: the name alone, and a blank. */
    private static PyValue pinCompatible(Arguments arguments) {
        Arguments.Bound bound = arguments.bind(
                "pin_compatible",
                1,
                "package_name",
                "lower_bound",
                "upper_bound",
                "min_pin",
                "max_pin",
                "permit_undefined_jinja",
                "exact",
                "bypass_env_check");
        return new PyStr(text("pin_compatible", bound.get(0)) + " ");
    }

    /** Versions come from the recipe's other outputs, which are not known while its text is rendered: the name alone. */
    private static PyValue pinSubpackage(Arguments arguments) {
        Arguments.Bound bound = arguments.bind(
                "pin_subpackage",
                1,
                "subpackage_name",
                "min_pin",
                "max_pin",
                "exact",
                "permit_undefined_jinja",
                "allow_no_other_outputs",
                "skip_build_id");
        return new PyStr(text("pin_subpackage", bound.get(0)));
    }

    private static PyValue resolvedPackages(Arguments arguments) {
        PyValue env = arguments
                .bind("resolved_packages", 1, "env", "permit_undefined_jinja", "bypass_env_check")
                .get(0);
        if (!List.of("host", "build").contains(env.str())) {
            throw new PythonException(PythonError.VALUE, "Only host and build dependencies are supported.");
        }
        return new PyList(List.of());
    }

    /** Whether a flag is given and true. */
    static boolean flag(PyValue value) {
        return value != PyBool.FALSE && value.truth();
    }
}
