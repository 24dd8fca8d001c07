package org.archirender.selector;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.archirender.conda.Platform;
import org.archirender.python.library.Builtins;
import org.archirender.python.library.Scope;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/** The names that selectors see, as conda-build's {@code get_selectors} makes them. */
public final class SelectorNames {
    private static final List<String> OSES = List.of("linux", "osx", "win", "freebsd", "zos", "emscripten", "wasi");

    /** Architectures of known subdirs, as a subdir writes them. */
    private static final List<String> ARCHES = List.of(
            "32", "64", "aarch64", "arm64", "armv6l", "armv7l", "ppc64", "ppc64le", "riscv64", "s390x", "wasm32", "z");

    /** Strings and attributes, which are passed over, or a name. */
    private static final Pattern NAME =
            Pattern.compile("'[^']*'|\"[^\"]*\"|\\.\\s*[A-Za-z_]\\w*|\\b\\d\\w*|([A-Za-z_]\\w*)");

    private static final List<String> WORDS =
            List.of("and", "or", "not", "in", "is", "if", "else", "True", "False", "None");

    private SelectorNames() {}

    /** The names in {@code selector} that are neither Python's nor {@code known}, in order: they count as false. */
    public static List<String> unknownIn(String selector, Collection<String> known) {
        return NAME.matcher(selector)
                .results()
                .map(found -> found.group(1))
                .filter(name -> name != null
                        && !WORDS.contains(name)
                        && !known.contains(name)
                        && Builtins.scope().find(name).isEmpty())
                .distinct()
                .toList();
    }

    /**
     * The names for one variant. Where the variant lacks python, numpy, perl or lua, the names that come from it are
     * not defined.
     *
     * @param variant a value for each key, as text; becomes an int or bool where it reads as one, unless another name
     *     has the key already
     * @param environ the environment variables that selectors may see
     */
    public static Map<String, PyValue> of(
            Platform platform, Platform buildPlatform, Map<String, String> variant, Map<String, String> environ) {
        Map<String, PyValue> names = new LinkedHashMap<>();
        String subdir = platform.subdir();
        flag(names, "linux32", subdir.equals("linux-32"));
        flag(names, "linux64", subdir.equals("linux-64"));
        flag(names, "arm", subdir.startsWith("linux-arm"));
        flag(names, "unix", List.of("linux", "osx", "emscripten").contains(platform.os()));
        flag(names, "win32", subdir.equals("win-32"));
        flag(names, "win64", subdir.equals("win-64"));
        names.put("os", new OsModule(environ));
        names.put("environ", PyDict.ofStrings(environ));
        flag(names, "nomkl", false);
        OSES.forEach(os -> flag(names, os, os.equals(platform.os())));
        flag(names, platform.os(), true);
        ARCHES.forEach(arch -> flag(names, archName(arch), arch.equals(platform.arch())));
        flag(names, archName(platform.arch()), true);
        flag(names, "x86", platform.arch().equals("32") || platform.arch().equals("64"));
        names.put("build_platform", new PyStr(buildPlatform.subdir()));
        languages(names, variant);
        environ.forEach((key, value) -> names.put(key, new PyStr(value)));
        variant.forEach((key, value) -> names.computeIfAbsent(key, absent -> converted(value)));
        return names;
    }

    /** The names for one variant where nothing is cross-built. */
    public static Scope scope(Platform platform, Map<String, String> variant, Map<String, String> environ) {
        return Scope.of(of(platform, platform, variant, environ));
    }

    private static void flag(Map<String, PyValue> names, String name, boolean value) {
        names.put(name, PyBool.of(value));
    }

    private static String archName(String arch) {
        return switch (arch) {
            case "32" -> "x86";
            case "64" -> "x86_64";
            default -> arch;
        };
    }

    private static void languages(Map<String, PyValue> names, Map<String, String> variant) {
        Optional.ofNullable(variant.get("python")).ifPresent(python -> python(names, python));
        Optional.ofNullable(variant.get("numpy"))
                .flatMap(numpy -> firstTwo(numpy))
                .ifPresent(np -> names.put("np", np));
        Optional.ofNullable(variant.get("perl")).ifPresent(perl -> names.put("pl", new PyStr(perl)));
        Optional.ofNullable(variant.get("lua")).ifPresent(lua -> {
            names.put("lua", new PyStr(lua));
            flag(names, "luajit", lua.startsWith("2"));
        });
    }

    private static void python(Map<String, PyValue> names, String python) {
        firstTwo(python.split(" ", 2)[0]).ifPresent(py -> {
            names.put("py", py);
            String version = py.repr();
            flag(names, "py3k", python.startsWith("3."));
            flag(names, "py2k", python.startsWith("2."));
            Arrays.asList("26", "27", "33", "34", "35", "36")
                    .forEach(old -> flag(names, "py" + old, version.equals(old)));
        });
    }

    /** {@code 3.10.*} as 310. */
    private static Optional<PyInt> firstTwo(String version) {
        String[] parts = version.split("\\.", 3);
        try {
            return Optional.of(PyInt.parse(parts.length == 1 ? parts[0] : parts[0] + parts[1]));
        } catch (PythonException e) {
            return Optional.empty();
        }
    }

    private static PyValue converted(String value) {
        if (mayBeInteger(value)) {
            try {
                return PyInt.parse(value);
            } catch (PythonException e) {
                return new PyStr(value);
            }
        }
        if (value.equalsIgnoreCase("true")) {
            return PyBool.TRUE;
        }
        return value.equalsIgnoreCase("false") ? PyBool.FALSE : new PyStr(value);
    }

    /** Most values are none, and finding that out must not cost an exception each. */
    private static boolean mayBeInteger(String value) {
        return !value.isEmpty() && value.chars().allMatch(c -> Character.isDigit(c) || " _+-\t\n".indexOf(c) >= 0);
    }
}
