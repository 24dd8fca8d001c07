package org.archirender.variant.file;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.VariantValue;
import org.archirender.variant.config.VariantSettings;

/** The text of a variant file. */
public final class VariantFileText {
    private static final String DOCKER_IMAGE = "docker_image";

    private VariantFileText() {}

    /** {@code file} as YAML: keys sorted, {@code min_pin} before {@code max_pin}. */
    public static String of(VariantSettings file) {
        return PyYamlWriter.document(yaml -> {
            TreeMap<String, Runnable> fields = new TreeMap<>();
            file.values().forEach((key, values) -> fields.put(key, () -> yaml.list(values, yaml::value)));
            if (!file.zipGroups().isEmpty()) {
                fields.put("zip_keys", () -> yaml.list(file.zipGroups(), group -> yaml.list(group, yaml::text)));
            }
            if (!file.pinRunAsBuild().isEmpty()) {
                fields.put(
                        "pin_run_as_build",
                        () -> yaml.mapping(file.pinRunAsBuild(), pin -> yaml.mapping(minFirst(pin), yaml::value)));
            }
            yaml.mapping(fields, Runnable::run);
        });
    }

    private static SortedMap<String, VariantValue> minFirst(SortedMap<String, VariantValue> pin) {
        TreeMap<String, VariantValue> minFirst = new TreeMap<>(Comparator.reverseOrder());
        minFirst.putAll(pin);
        return minFirst;
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
