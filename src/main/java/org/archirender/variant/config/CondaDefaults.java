package org.archirender.variant.config;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.archirender.conda.DefaultVariant;
import org.archirender.conda.Platform;
import org.archirender.conda.VariantValue;
import org.archirender.problem.Location;
import org.archirender.variant.config.VariantConfig.Setting;

/** The config that conda-build begins with, before any file: {@link DefaultVariant}, and what is no key of a build. */
public final class CondaDefaults {
    static final List<String> EXTEND_KEYS =
            List.of("extend_keys", "ignore_build_only_deps", "ignore_version", "pin_run_as_build");

    private static final Location AT = Location.of("conda-build's defaults");

    private CondaDefaults() {}

    /** The config before all others. */
    public static VariantConfig config(Platform target) {
        TreeMap<String, Setting> settings = new TreeMap<>();
        DefaultVariant.languages().forEach((key, value) -> settings.put(key, setting(value)));
        settings.put("cpu_optimization_target", setting("nocona"));
        settings.put("cran_mirror", setting("https://cran.r-project.org"));
        settings.put("ignore_build_only_deps", setting("python", "numpy"));
        settings.put("target_platform", setting(target.subdir()));
        DefaultVariant.compilers(target).forEach((key, value) -> settings.put(key, setting(value)));
        TreeMap<String, SortedMap<String, VariantValue>> pins = new TreeMap<>();
        Stream.of("python", "r-base").forEach(name -> pins.put(name, minorPin()));
        return new VariantConfig(AT.file(), settings, List.of(), pins);
    }

    /** The variant of that config alone, which a recipe is first rendered with. */
    public static VariantChoice choice(Platform target) {
        TreeMap<String, VariantValue> values = new TreeMap<>();
        config(target)
                .settings()
                .forEach((key, setting) -> values.put(key, setting.values().get(0)));
        return new VariantChoice(new TreeMap<>(), values);
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
