package org.archirender.recipeyaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.archirender.conda.CondaVersion;
import org.archirender.conda.Platform;
import org.archirender.conda.VersionSpec;
import org.archirender.minijinja.StrictUndefined;
import org.archirender.python.library.Definition;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/** The functions of recipe.yaml (rattler-build's {@code jinja.rs}). */
final class Functions {
    private final Names names;
    private final Platform target;
    private final Map<String, String> environment;
    private final List<Needs.Pin> pins = new ArrayList<>();

    private Functions(Names names, Platform target, Map<String, String> environment) {
        this.names = names;
        this.target = target;
        this.environment = environment;
    }

    /** Puts the functions into {@code names}. */
    static Functions into(Names names, Platform target, Map<String, String> environment) {
        Functions functions = new Functions(names, target, environment);
        functions.define("compiler", "language", functions::compiler);
        functions.define("stdlib", "language", functions::stdlib);
        functions.define("cdt", "package", functions::cdt);
        functions.define("match", "value, spec", Functions::match);
        functions.define(
                "pin_subpackage",
                "name, lower_bound=, upper_bound=, exact=, build=, min_pin!, max_pin!",
                functions::subpackage);
        functions.define(
                "pin_compatible",
                "name, lower_bound=, upper_bound=, exact=, build=, min_pin!, max_pin!",
                Functions::pinned);
        functions.define("is_linux", "platform", given -> is(given, "linux-"));
        functions.define("is_osx", "platform", given -> is(given, "osx-"));
        functions.define("is_windows", "platform", given -> is(given, "win-"));
        functions.define(
                "is_unix", "platform", given -> PyBool.of(!is(given, "win-").truth()));
        functions.names.define("env", functions.new Environment());
        for (String experimental : List.of("load_from_file", "git")) {
            names.define(experimental, new Refused("'" + experimental + "', which is experimental in rattler-build"));
        }
        names.define("cmp", new Refused("'cmp'; write match(…)"));
        return functions;
    }

    /** A name that is there and can't be used. */
    private record Refused(String why) implements PyObject {
        @Override
        public String typeName() {
            return "refused";
        }

        @Override
        public Optional<PyValue> attribute(String name) {
            throw PythonException.unsupported(why);
        }

        @Override
        public Optional<PyValue> call(Arguments arguments) {
            throw PythonException.unsupported(why);
        }
    }

    private void define(String name, String parameters, Function<Arguments.Bound, PyValue> body) {
        Definition<Names> definition = Definition.of(name, parameters, "", (in, given) -> body.apply(given));
        names.define(name, definition.of(names));
    }

    /** The pins of subpackages since this was last asked. */
    List<Needs.Pin> takePins() {
        List<Needs.Pin> taken = List.copyOf(pins);
        pins.clear();
        return taken;
    }

    private PyValue compiler(Arguments.Bound given) {
        String language = given.get(0).str();
        String usual = switch (language) {
            case "c" -> "gcc";
            case "cxx" -> "gxx";
            case "fortran" -> "gfortran";
            default -> language;
        };
        return tool(names.use(language + "_compiler").orElse(usual), language + "_compiler_version");
    }

    private PyValue stdlib(Arguments.Bound given) {
        String language = given.get(0).str();
        String name = names.use(language + "_stdlib")
                .orElseThrow(() -> PythonException.value("no variant config sets " + language + "_stdlib"));
        return tool(name, language + "_stdlib_version");
    }

    private PyValue tool(String name, String versionKey) {
        names.use("CONDA_BUILD_SYSROOT");
        Optional<String> version = names.use(versionKey);
        String tool = name + "_" + target.subdir();
        return new PyStr(version.map(text -> tool + (text.matches("[\\w.]+") ? " =" : " ") + text)
                .orElse(tool));
    }

    private PyValue cdt(Arguments.Bound given) {
        String name = names.use("cdt_name").orElse("cos7");
        String arch = names.use("cdt_arch").orElse(target.arch().equals("64") ? "x86_64" : target.arch());
        return new PyStr(given.get(0).str() + "-" + name + "-" + arch);
    }

    /** Whether a version, up to its first blank and without stars, is one that the spec allows; so is one that is undefined. */
    private static PyValue match(Arguments.Bound given) {
        if (given.get(0) instanceof StrictUndefined || given.get(0) == PyNone.NONE) {
            return PyBool.TRUE;
        }
        String value =
                given.get(0).str().strip().split("\\s", 2)[0].replace(".*", "").replace("*", "");
        String spec = given.get(1).str();
        CondaVersion version = CondaVersion.parse(value)
                .orElseThrow(() -> PythonException.value("match() of '" + value + "', which is no version"));
        return PyBool.of(VersionSpec.parse(spec)
                .orElseThrow(() -> PythonException.value("match() with '" + spec + "', which is no version spec"))
                .allows(version));
    }

    private static PyValue pinned(Arguments.Bound given) {
        return new PyStr(given.get(0).str() + " pinned");
    }

    private PyValue subpackage(Arguments.Bound given) {
        pins.add(new Needs.Pin(given.get(0).str(), given.get(3, PyBool.FALSE).truth(), names.at()));
        return pinned(given);
    }

    private static PyValue is(Arguments.Bound given, String prefix) {
        return PyBool.of(given.get(0).str().startsWith(prefix));
    }

    /** {@code env}: the variables that conda-smithy sets, and no others. */
    private final class Environment implements PyObject {
        @Override
        public String typeName() {
            return "env";
        }

        @Override
        public Optional<PyValue> attribute(String name) {
            return switch (name) {
                case "get" ->
                    Optional.of(Definition.<Names>of("get", "name, default=", "", (in, given) -> get(given))
                            .of(names));
                case "exists" ->
                    Optional.of(Definition.<Names>of(
                                    "exists",
                                    "name",
                                    "",
                                    (in, given) -> PyBool.of(
                                            environment.containsKey(given.get(0).str())))
                            .of(names));
                default -> Optional.empty();
            };
        }

        private PyValue get(Arguments.Bound given) {
            String name = given.get(0).str();
            Optional<PyValue> set = Optional.ofNullable(environment.get(name)).map(PyStr::new);
            return set.or(() -> given.find(1))
                    .orElseThrow(() -> PythonException.value("the environment variable " + name
                            + " is not set; write env.get(\"" + name + "\", default=…)"));
        }
    }
}
