package org.archirender.variant.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archirender.conda.VariantValue;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.python.value.Budget;
import org.archirender.variant.config.VariantConfig.Setting;

/**
 * Combines configs, later ones replacing earlier ones (conda-build's {@code combine_specs}). Zip groups of all configs
 * count from the start: a config replaces a zipped key with its whole group, or where the lengths are the same; with
 * fewer values that the earlier ones have, it is without effect; with others it is wrong.
 */
public final class VariantCombiner {
    /** What looking at the other keys of a zip group costs, for each. */
    private static final int LOOKED_UP = 100;

    private static final VariantSettings EMPTY =
            new VariantSettings(new TreeMap<>(), List.of(), new TreeMap<>(), new TreeSet<>());

    private final TreeMap<String, List<VariantValue>> values = new TreeMap<>();
    private final TreeMap<String, SortedMap<String, VariantValue>> pins = new TreeMap<>();
    private final TreeSet<String> extendKeys = new TreeSet<>(CondaDefaults.EXTEND_KEYS);
    private final List<List<String>> groups;
    private final Map<String, List<String>> groupOfKey = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private VariantCombiner(VariantSettings base, List<VariantConfig> configs) {
        values.putAll(base.values());
        pins.putAll(base.pinRunAsBuild());
        extendKeys.addAll(base.extendKeys());
        for (VariantConfig config : configs) {
            config.values("extend_keys").forEach(value -> extendKeys.add(value.text()));
        }
        groups = ZipGroups.distinctSorted(
                Stream.concat(base.zipGroups().stream(), groups(configs)).toList());
        groups.forEach(group -> group.forEach(key -> groupOfKey.putIfAbsent(key, group)));
    }

    private static Stream<List<String>> groups(List<VariantConfig> configs) {
        return configs.stream()
                .flatMap(config -> config.zipKeys().stream())
                .map(group -> group.stream().map(VariantValue::text).toList());
    }

    /**
     * The combination of {@code configs}, the first one weakest.
     *
     * @throws InputException for every zipped key that a config sets so that it can't be told what is meant
     */
    public static VariantSettings combine(List<VariantConfig> configs) {
        return new VariantCombiner(EMPTY, configs).combined(configs);
    }

    /** Whether {@code later} combines with a combination as with the configs that it was made of. */
    public static boolean isPlain(VariantConfig later) {
        return later.zipKeys().isEmpty() && later.values("extend_keys").isEmpty();
    }

    /** {@code base} with configs that are plain. */
    public static VariantSettings combine(VariantSettings base, List<VariantConfig> later) {
        return new VariantCombiner(base, later).combined(later);
    }

    private VariantSettings combined(List<VariantConfig> configs) {
        configs.forEach(this::add);
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new VariantSettings(values, groups, pins, extendKeys);
    }

    private void add(VariantConfig config) {
        config.settings().forEach((key, setting) -> {
            if (extendKeys.contains(key)) {
                values.put(key, union(values.getOrDefault(key, List.of()), setting.values()));
            } else if (groupOfKey.containsKey(key)) {
                zipped(config, key, setting, groupOfKey.get(key));
            } else {
                values.put(key, setting.values());
            }
        });
        pins.putAll(config.pinRunAsBuild());
    }

    private static List<VariantValue> union(List<VariantValue> left, List<VariantValue> right) {
        LinkedHashSet<VariantValue> all = new LinkedHashSet<>(left);
        all.addAll(right);
        return List.copyOf(all);
    }

    private void zipped(VariantConfig config, String key, Setting setting, List<String> group) {
        Budget.charge((long) LOOKED_UP * group.size());
        int length = setting.values().size();
        List<VariantValue> earlier = values.getOrDefault(key, List.of());
        boolean whole = group.stream().allMatch(other -> config.settings().containsKey(other));
        boolean sameLength = group.stream()
                .flatMap(other -> config.setting(other).stream())
                .allMatch(other -> other.values().size() == length);
        boolean fits = group.stream()
                .allMatch(other -> values.getOrDefault(other, setting.values()).size() == length);
        if (whole && !sameLength) {
            problems.add(new Problem(
                    setting.at(),
                    "%s has %s, but the keys of its zip group %s have other numbers of values here"
                            .formatted(key, count(length), group),
                    "give all of them as many values"));
        } else if (whole || (!earlier.isEmpty() && sameLength && fits)) {
            values.put(key, setting.values());
        } else if (!earlier.isEmpty() && !earlier.containsAll(setting.values())) {
            problems.add(ambiguous(config, key, setting, group, earlier));
        }
    }

    private static Problem ambiguous(
            VariantConfig config, String key, Setting setting, List<String> group, List<VariantValue> earlier) {
        List<VariantValue> unknown = setting.values().stream()
                .filter(value -> !earlier.contains(value))
                .toList();
        String absent = group.stream()
                .filter(other -> !config.settings().containsKey(other))
                .collect(Collectors.joining(", "));
        return new Problem(
                setting.at(),
                "%s is zipped with %s, which is not set here, and %s is none of the values from %s: %s"
                        .formatted(key, absent, unknown, earlier.get(0).at().file(), earlier),
                "set %s as well, with %s each, or keep to the values that there are"
                        .formatted(absent, count(setting.values().size())));
    }

    private static String count(int values) {
        return values == 1 ? "1 value" : values + " values";
    }
}
