package org.archirender.variant.config;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.archirender.conda.Platform;
import org.archirender.problem.Location;
import org.archirender.variant.config.VariantConfig.Setting;

/**
 * What conda-build takes for granted before any file ({@code DEFAULT_VARIANTS}, {@code DEFAULT_COMPILERS}), under the
 * Python 3.10 that the reference runs on.
 */
public final class CondaDefaults {
    static final List<String> EXTEND_KEYS =
            List.of("extend_keys", "ignore_build_only_deps", "ignore_version", "pin_run_as_build");

    private static final Location AT = Location.of("conda-build's defaults");

    private CondaDefaults() {}

    /** The values that selectors know of before any config is read; {@code py} is 310 by them. */
    static SortedMap<String, String> languages() {
        TreeMap<String, String> languages = new TreeMap<>();
        languages.put("python", "3.10");
        languages.put("numpy", "1.22");
        languages.put("perl", "5.26.2");
        languages.put("lua", "5");
        return languages;
    }

    /** The config before all others. */
    public static VariantConfig config(Platform target) {
        TreeMap<String, Setting> settings = new TreeMap<>();
        languages().forEach((key, value) -> settings.put(key, setting(value)));
        settings.put("r_base", setting("3.5"));
        settings.put("cpu_optimization_target", setting("nocona"));
        settings.put("cran_mirror", setting("https://cran.r-project.org"));
        settings.put("ignore_build_only_deps", setting("python", "numpy"));
        settings.put("target_platform", setting(target.subdir()));
        compilers(target).forEach((key, value) -> settings.put(key, setting(value)));
        TreeMap<String, SortedMap<String, VariantValue>> pins = new TreeMap<>();
        Stream.of("python", "r-base").forEach(name -> pins.put(name, minorPin()));
        return new VariantConfig(AT.file(), settings, List.of(), AT, pins);
    }

    /** The variant of that config alone, which a recipe is first rendered with. */
    public static VariantChoice choice(Platform target) {
        TreeMap<String, VariantValue> values = new TreeMap<>();
        config(target)
                .settings()
                .forEach((key, setting) -> values.put(key, setting.values().get(0)));
        return new VariantChoice(new TreeMap<>(), values);
    }

    private static SortedMap<String, String> compilers(Platform target) {
        TreeMap<String, String> compilers = new TreeMap<>();
        switch (target.os()) {
            case "linux" -> {
                compilers.put("c_compiler", "gcc");
                compilers.put("cxx_compiler", "gxx");
            }
            case "osx" -> {
                compilers.put("c_compiler", "clang");
                compilers.put("cxx_compiler", "clangxx");
            }
            case "win" -> {
                compilers.put("c_compiler", "vs2017");
                compilers.put("cxx_compiler", "vs2017");
                compilers.put("vc", "14");
            }
            default -> {
                return compilers;
            }
        }
        compilers.put("fortran_compiler", "gfortran");
        return compilers;
    }

    private static SortedMap<String, VariantValue> minorPin() {
        TreeMap<String, VariantValue> pin = new TreeMap<>();
        pin.put("min_pin", new VariantValue("x.x", AT));
        pin.put("max_pin", new VariantValue("x.x", AT));
        return pin;
    }

    private static Setting setting(String... values) {
        return new Setting(
                AT, Stream.of(values).map(value -> new VariantValue(value, AT)).toList());
    }
}
