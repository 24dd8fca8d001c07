package org.archirender.evaluated;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.archirender.conda.DefaultVariant;
import org.archirender.conda.Platform;

/**
 * The variables of a build that conda-build shows templates ({@code environ.get_dict}). Folders that only a build has are
 * named after their variable, as in {@code $PREFIX}, so that the text is the same on every machine.
 */
final class BuildVariables {
    private static final List<String> FOLDERS = List.of(
            "PREFIX",
            "BUILD_PREFIX",
            "SRC_DIR",
            "RECIPE_DIR",
            "SP_DIR",
            "STDLIB_DIR",
            "PYTHON",
            "PERL",
            "R",
            "R_USER",
            "LUA",
            "LUA_INCLUDE_DIR",
            "SYS_PREFIX",
            "SYS_PYTHON",
            "CONDA_DEFAULT_ENV",
            "ROOT");

    /** Variant keys that have variables of their own. */
    private static final List<String> LANGUAGES = List.of("PERL", "LUA", "R", "NUMPY", "PYTHON");

    private BuildVariables() {}

    /** The variables by name. */
    static Map<String, String> of(RecipeContext context) {
        Map<String, String> variables = new TreeMap<>();
        FOLDERS.forEach(folder -> variables.put(folder, "$" + folder));
        variables.put("CONDA_BUILD", "1");
        variables.put("PYTHONNOUSERSITE", "1");
        variables.put("ARCH", context.target().arch());
        variables.put("SUBDIR", context.target().subdir());
        variables.put("build_platform", context.target().subdir());
        variables.put("HTTPS_PROXY", "");
        variables.put("HTTP_PROXY", "");
        variables.put("DIRTY", "");
        variables.put("CPU_COUNT", "2");
        variables.put("PKG_NAME", context.name());
        variables.put("PKG_VERSION", context.version());
        variables.put("PKG_BUILDNUM", context.buildNumber().isEmpty() ? "0" : context.buildNumber());
        variables.put("PKG_BUILD_STRING", "placeholder");
        variables.put("PKG_HASH", "1234567");
        variables.put("PKG_CONFIG_PATH", "$PREFIX/lib/pkgconfig");
        variables.put("CMAKE_GENERATOR", "Unix Makefiles");
        variables.put("SHLIB_EXT", libraryExtension(context.target()));
        languages(context, variables);
        if (context.target().os().equals("linux")) {
            variables.put("LD_RUN_PATH", "$PREFIX/lib");
            variables.put("BUILD", triplet(context));
        }
        return variables;
    }

    private static void languages(RecipeContext context, Map<String, String> variables) {
        String python = firstTwo(version(context, "python").split(" ", 2)[0], ".");
        variables.put("PY_VER", python);
        variables.put("CONDA_PY", python.replace(".", ""));
        variables.put("PY3K", python.startsWith("2") ? "0" : "1");
        String numpy = version(context, "numpy");
        variables.put("NPY_VER", firstTwo(numpy, "."));
        variables.put("CONDA_NPY", firstTwo(numpy, ""));
        variables.put("NPY_DISTUTILS_APPEND_FLAGS", "1");
        String perl = firstTwo(version(context, "perl"), ".");
        variables.put("PERL_VER", perl);
        variables.put("CONDA_PERL", perl);
        String lua = firstTwo(version(context, "lua"), ".");
        variables.put("LUA_VER", lua);
        variables.put("CONDA_LUA", lua);
        String r = first(3, version(context, "r_base"), ".");
        variables.put("R_VER", r);
        variables.put("CONDA_R", r);
    }

    private static String version(RecipeContext context, String language) {
        return context.variant(language, DefaultVariant.languages().getOrDefault(language, ""));
    }

    private static String firstTwo(String version, String joint) {
        return first(2, version, joint);
    }

    private static String first(int count, String version, String joint) {
        List<String> parts = List.of(version.split("\\.", -1));
        return String.join(joint, parts.subList(0, Math.min(count, parts.size())));
    }

    private static String libraryExtension(Platform target) {
        return switch (target.os()) {
            case "win" -> ".dll";
            case "osx" -> ".dylib";
            default -> ".so";
        };
    }

    private static String triplet(RecipeContext context) {
        String arch = context.target().arch();
        String machine = switch (arch) {
            case "64" -> "x86_64";
            case "32" -> "i686";
            default -> arch.startsWith("ppc") ? "powerpc" + arch.substring(3) : arch;
        };
        boolean old = arch.equals("64") || arch.equals("32");
        return machine + "-conda_" + context.variant("cdt_name", old ? "cos6" : "cos7") + "-linux-gnu";
    }

    /** Whether {@code environ} leaves the variant key out. */
    static boolean hidesFromEnvironment(String key, Map<String, String> variables) {
        String upper = key.toUpperCase(Locale.ROOT);
        return variables.containsKey(upper) || LANGUAGES.contains(upper);
    }
}
