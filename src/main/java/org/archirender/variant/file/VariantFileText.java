package org.archirender.variant.file;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.VariantValue;
import org.archirender.variant.config.VariantSettings;
import org.archirender.variant.file.YamlValue.Fields;
import org.archirender.variant.file.YamlValue.Items;
import org.archirender.variant.file.YamlValue.Text;

/** The text of a variant file. */
public final class VariantFileText {
    private static final String DOCKER_IMAGE = "docker_image";

    private VariantFileText() {}

    /** {@code file} as YAML: keys sorted, {@code min_pin} before {@code max_pin}. */
    public static String of(VariantSettings file) {
        TreeMap<String, YamlValue> fields = new TreeMap<>();
        file.values().forEach((key, values) -> fields.put(key, texts(values)));
        if (!file.zipGroups().isEmpty()) {
            fields.put(
                    "zip_keys",
                    new Items(file.zipGroups().stream().map(YamlValue::texts).toList()));
        }
        if (!file.pinRunAsBuild().isEmpty()) {
            TreeMap<String, YamlValue> pins = new TreeMap<>();
            file.pinRunAsBuild().forEach((name, pin) -> pins.put(name, pin(pin)));
            fields.put("pin_run_as_build", new Fields(pins));
        }
        return PyYamlWriter.write(new Fields(fields));
    }

    private static YamlValue texts(List<VariantValue> values) {
        return YamlValue.texts(values.stream().map(VariantValue::text).toList());
    }

    private static YamlValue pin(SortedMap<String, VariantValue> pin) {
        TreeMap<String, YamlValue> minFirst = new TreeMap<>(Comparator.reverseOrder());
        pin.forEach((key, value) -> minFirst.put(key, new Text(value.text())));
        return new Fields(minFirst);
    }

    /**
     * {@code file} with one {@code docker_image}: the first of its own, whose zip partners then keep their first as
     * well, else {@code fallback} (conda-smithy's {@code finalize_config}).
     *
     * @param fallback conda-forge.yml's {@code docker.fallback_image}
     */
    public static VariantSettings withDockerImage(VariantSettings file, VariantValue fallback) {
        TreeMap<String, List<VariantValue>> values = new TreeMap<>(file.values());
        values.putIfAbsent(DOCKER_IMAGE, List.of(fallback));
        for (String key : file.group(DOCKER_IMAGE).orElse(List.of(DOCKER_IMAGE))) {
            values.computeIfPresent(key, (same, list) -> List.of(list.get(0)));
        }
        return file.withValues(values);
    }
}
