package org.archirender.variant.config;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.VariantValue;
import org.archirender.problem.Location;
import org.archirender.selector.SelectedText;
import org.archirender.yaml.YamlNode;

/**
 * One source of variants: a conda_build_config.yaml or a migration after its selectors, an overlay's pins, or
 * conda-build's defaults. A single value counts as a list of one, and a key without a value as absent (conda-build's
 * {@code trim_empty_keys}). Of two equal keys the last counts.
 *
 * @param source file as the user knows it, for messages
 * @param settings by key; {@code zip_keys} and {@code pin_run_as_build} are not among them
 * @param zipKeys groups as written, in order
 * @param pinRunAsBuild by package, then by {@code min_pin} and {@code max_pin}
 */
public record VariantConfig(
        String source,
        SortedMap<String, Setting> settings,
        List<List<VariantValue>> zipKeys,
        SortedMap<String, SortedMap<String, VariantValue>> pinRunAsBuild) {

    /**
     * A key's values.
     *
     * @param at the key
     * @param values at least one, in the order of the file
     */
    public record Setting(Location at, List<VariantValue> values) {
        public Setting {
            values = List.copyOf(values);
        }
    }

    public VariantConfig {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        zipKeys = zipKeys.stream().map(List::copyOf).toList();
        TreeMap<String, SortedMap<String, VariantValue>> pins = new TreeMap<>();
        pinRunAsBuild.forEach((name, pin) -> pins.put(name, Collections.unmodifiableSortedMap(new TreeMap<>(pin))));
        pinRunAsBuild = Collections.unmodifiableSortedMap(pins);
    }

    /** The setting of {@code key}. */
    public Optional<Setting> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** The values of {@code key}; empty where it is not set. */
    public List<VariantValue> values(String key) {
        return setting(key).map(Setting::values).orElse(List.of());
    }

    /** A config that sets nothing. */
    public static VariantConfig empty(String source) {
        return new VariantConfig(source, new TreeMap<>(), List.of(), new TreeMap<>());
    }

    /**
     * The config in {@code text}, of which only the lines count that their selectors keep.
     *
     * @throws org.archirender.problem.InputException naming file, line and key for everything that is wrong
     */
    public static VariantConfig read(String text, String file, ConfigEnvironment environment) {
        return read(SelectedText.of(text), file, environment);
    }

    /** As {@link #read(String, String, ConfigEnvironment)}, for a text that was parsed before. */
    public static VariantConfig read(SelectedText text, String file, ConfigEnvironment environment) {
        return VariantCheck.check(VariantConfigReader.read(ConfigText.read(text, file, environment), file));
    }

    /**
     * The config in {@code text} of a variants.yaml, which stands beside a recipe.yaml.
     *
     * @throws org.archirender.problem.InputException naming file, line and key for everything that is wrong
     */
    public static VariantConfig readVariantsYaml(String text, String file, ConfigEnvironment environment) {
        return VariantCheck.check(VariantsYaml.read(text, file, environment));
    }

    /**
     * The config that {@code mapping} is, without selectors, as in an overlay's {@code pins}.
     *
     * @throws org.archirender.problem.InputException naming line and key for everything that is wrong
     */
    public static VariantConfig of(YamlNode.Mapping mapping) {
        return VariantCheck.check(
                VariantConfigReader.read(mapping.entries(), mapping.at().file()));
    }
}
