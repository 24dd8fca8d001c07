package org.archirender.variant;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Combines configs. */
final class VariantCombiner {
    private VariantCombiner() {}

    static VariantSpace combine(List<VariantConfig> configs) {
        TreeMap<String, List<VariantValue>> values = new TreeMap<>();
        configs.forEach(config -> config.settings().forEach((key, setting) -> values.put(key, setting.values())));
        return new VariantSpace(values, List.of(), new TreeMap<>(), new TreeSet<>());
    }
}
