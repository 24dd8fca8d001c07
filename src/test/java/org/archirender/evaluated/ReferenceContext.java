package org.archirender.evaluated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.archirender.python.library.PyFunction;
import org.archirender.python.library.Scope;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.selector.OsModule;

/** The names that the corpus' recipes were rendered with: plain values, and simple stand-ins for conda-build's functions. */
final class ReferenceContext {
    private ReferenceContext() {}

    static Scope globals(JsonNode context) {
        Map<String, PyValue> names = values(context.path("globals"));
        JsonNode variant = context.path("variant");
        function(names, "compiler", arguments -> toolchain(arguments, variant, "compiler"));
        function(names, "stdlib", arguments -> toolchain(arguments, variant, "stdlib"));
        function(
                names,
                "pin_compatible",
                arguments -> pin(
                        arguments,
                        "PC",
                        2,
                        "package_name",
                        "lower_bound",
                        "upper_bound",
                        "min_pin",
                        "max_pin",
                        "permit_undefined_jinja",
                        "exact",
                        "bypass_env_check"));
        function(
                names,
                "pin_subpackage",
                arguments -> pin(
                        arguments,
                        "PS",
                        0,
                        "subpackage_name",
                        "min_pin",
                        "max_pin",
                        "exact",
                        "permit_undefined_jinja",
                        "allow_no_other_outputs",
                        "skip_build_id"));
        function(names, "cdt", ReferenceContext::cdt);
        function(names, "ccache", arguments -> new PyStr("ccache"));
        function(names, "load_setup_py_data", arguments -> new PyDict());
        function(names, "load_setuptools", arguments -> new PyDict());
        function(names, "load_file_data", arguments -> new PyDict());
        function(names, "load_file_regex", arguments -> PyNone.NONE);
        function(
                names,
                "load_str_data",
                arguments -> loaded(arguments.positional().get(0).str()));
        function(names, "resolved_packages", arguments -> new PyList(List.of()));
        Map<String, String> environ = new LinkedHashMap<>();
        context.path("env")
                .properties()
                .forEach(entry -> environ.put(entry.getKey(), entry.getValue().asText()));
        names.put("os", new OsModule(environ));
        List.of("datetime", "time").forEach(name -> names.put(name, RefusedValue.clock(name)));
        return Scope.of(names);
    }

    private static void function(
            Map<String, PyValue> names, String name, java.util.function.Function<Arguments, PyValue> body) {
        names.put(name, new PyFunction(name, body));
    }

    private static PyValue toolchain(Arguments arguments, JsonNode variant, String component) {
        String language = arguments.positional().get(0).str();
        String key = language + "_" + component;
        String version = variant.path(key + "_version").asText("");
        return new PyStr(variant.path(key).asText(language) + "_linux-aarch64"
                + (version.isEmpty() ? "" : " " + version + ".*"));
    }

    private static PyValue pin(Arguments arguments, String mark, int bounds, String... parameters) {
        List<String> optional = new ArrayList<>(List.of(parameters[0]));
        Arrays.stream(parameters).skip(1).forEach(name -> optional.add(name + "="));
        Arguments.Bound bound = arguments.bind("pin", optional);
        Map<String, PyValue> fallbacks = new LinkedHashMap<>();
        fallbacks.put("min_pin", new PyStr("x.x.x.x.x.x"));
        fallbacks.put("max_pin", new PyStr("x"));
        fallbacks.put("exact", PyBool.FALSE);
        List<String> shown = bounds == 0
                ? List.of("min_pin", "max_pin", "exact")
                : List.of("lower_bound", "upper_bound", "min_pin", "max_pin", "exact");
        List<String> names = List.of(parameters);
        return new PyStr(bound.get(0).str() + " " + mark + ","
                + shown.stream()
                        .map(name -> bound.get(names.indexOf(name), fallbacks.getOrDefault(name, PyNone.NONE))
                                .str())
                        .collect(Collectors.joining(",")));
    }

    private static PyValue cdt(Arguments arguments) {
        String[] words = arguments.positional().get(0).str().split(" ", 2);
        return new PyStr(words[0] + "-cos7-aarch64" + (words.length > 1 ? " " + words[1] : ""));
    }

    private static PyValue loaded(String text) {
        try {
            return value(new ObjectMapper().readTree(text));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, PyValue> values(JsonNode object) {
        Map<String, PyValue> values = new LinkedHashMap<>();
        object.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
        return values;
    }

    static PyValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case BOOLEAN -> PyBool.of(node.asBoolean());
            case NUMBER -> node.isIntegralNumber() ? PyInt.of(node.asLong()) : new PyFloat(node.asDouble());
            case STRING -> new PyStr(node.asText());
            case ARRAY ->
                new PyList(IntStream.range(0, node.size())
                        .mapToObj(i -> value(node.get(i)))
                        .collect(Collectors.toCollection(ArrayList::new)));
            case OBJECT -> {
                PyDict dict = new PyDict();
                values(node).forEach((key, item) -> dict.put(new PyStr(key), item));
                yield dict;
            }
            default -> PyNone.NONE;
        };
    }
}
