package org.archirender.recipeyaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.archirender.conda.Platform;
import org.archirender.conda.VariantValue;
import org.archirender.problem.Location;
import org.archirender.python.library.Scope;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;

/**
 * The names that a recipe.yaml sees for one variant: the platform, then variant keys, then its context, later ones winning.
 * Keeps which keys were looked up, and where first.
 */
final class Names implements Scope {
    private static final List<String> FAMILIES = List.of(
            "linux",
            "osx",
            "win",
            "emscripten",
            "wasi",
            "zos",
            "ios",
            "android",
            "freebsd",
            "openbsd",
            "netbsd",
            "none");
    private static final List<String> ARCHITECTURES = List.of(
            "x86", "x86_64", "aarch64", "arm64", "armv6l", "armv7l", "ppc64le", "ppc64", "s390x", "riscv32", "riscv64",
            "wasm32", "z");
    private static final List<String> SUBDIRS = List.of(
            "linux-32",
            "linux-64",
            "linux-aarch64",
            "linux-armv6l",
            "linux-armv7l",
            "linux-ppc64",
            "linux-ppc64le",
            "linux-riscv32",
            "linux-riscv64",
            "linux-s390x",
            "osx-64",
            "osx-arm64",
            "win-32",
            "win-64",
            "win-arm64",
            "emscripten-wasm32",
            "wasi-wasm32",
            "zos-z");

    private final Map<String, PyValue> builtIn = new HashMap<>();
    private final Map<String, PyValue> context = new HashMap<>();
    private final Map<String, PyValue> late = new HashMap<>();
    private final Map<String, String> keys;
    private final Function<String, Optional<VariantValue>> variant;
    private SortedMap<String, Location> used = new TreeMap<>();
    private Location at;

    /**
     * @param keys every variant key, by its name in expressions
     * @param variant the value of a key
     */
    Names(Platform target, Map<String, String> keys, Function<String, Optional<VariantValue>> variant, Location at) {
        this.keys = keys;
        this.variant = variant;
        this.at = at;
        List.of("target_platform", "build_platform", "host_platform")
                .forEach(name -> builtIn.put(name, new PyStr(target.subdir())));
        String arch = target.arch().equals("64") ? "x86_64" : target.arch().equals("32") ? "x86" : target.arch();
        FAMILIES.forEach(name -> builtIn.put(name, PyBool.of(name.equals(target.os()))));
        builtIn.put("unix", PyBool.of(!List.of("win", "none").contains(target.os())));
        ARCHITECTURES.forEach(name -> builtIn.put(name, PyBool.of(name.equals(arch))));
        SUBDIRS.forEach(name -> builtIn.put(name.replace("-", ""), PyBool.of(name.equals(target.subdir()))));
        builtIn.put("SHLIB_EXT", new PyStr(target.os().equals("linux") ? ".so" : ".dylib"));
    }

    /** The names that every recipe has, whatever the platform and the keys. */
    Set<String> builtIn() {
        return new TreeSet<>(builtIn.keySet());
    }

    void define(String name, PyValue value) {
        builtIn.put(name, value);
    }

    void setContext(String name, PyValue value) {
        context.put(name, value);
    }

    /** Names that count until they are taken away: those that only some places know. */
    void setLate(Map<String, PyValue> names) {
        late.clear();
        late.putAll(names);
    }

    /** From here on look-ups are at {@code place}. */
    void moveTo(Location place) {
        at = place;
    }

    /** Where look-ups are. */
    Location at() {
        return at;
    }

    /** From here on look-ups are kept in {@code into}. */
    void record(SortedMap<String, Location> into) {
        used = into;
    }

    @Override
    public Optional<PyValue> find(String name) {
        PyValue own = context.getOrDefault(name, late.get(name));
        if (own != null) {
            return Optional.of(own);
        }
        Optional<String> value = use(name);
        return value.isPresent() ? value.map(Names::typed) : Optional.ofNullable(builtIn.get(name));
    }

    /** The value of the key that expressions know as {@code name}, which is used from now on. */
    Optional<String> use(String name) {
        String key = keys.getOrDefault(name, name);
        Optional<VariantValue> value = variant.apply(key);
        if (value.isPresent()) {
            used.putIfAbsent(key, at);
        }
        return value.map(VariantValue::text);
    }

    /** Variant values are texts, but for true and false. */
    private static PyValue typed(String text) {
        return switch (text) {
            case "true" -> PyBool.TRUE;
            case "false" -> PyBool.FALSE;
            default -> new PyStr(text);
        };
    }
}
