package org.archirender.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.variant.VariantConfig.Setting;

/** What conda-build's {@code validate_spec} asks of each config, and once more of all of them with the migrations. */
final class VariantCheck {
    private final SortedMap<String, Setting> settings;
    private final List<Problem> problems = new ArrayList<>();

    private VariantCheck(SortedMap<String, Setting> settings) {
        this.settings = settings;
    }

    /** @throws InputException with all that is wrong in {@code config} */
    static VariantConfig check(VariantConfig config) {
        new VariantCheck(config.settings()).check(config.zipKeys());
        return config;
    }

    /** @throws InputException with all that is wrong in {@code space}; {@code at} for what has no place of its own */
    static VariantSpace check(VariantSpace space, Location at) {
        TreeMap<String, Setting> settings = new TreeMap<>();
        space.values()
                .forEach((key, values) ->
                        settings.put(key, new Setting(values.get(0).at(), values)));
        List<List<VariantValue>> groups = new ArrayList<>();
        for (List<String> group : space.zipGroups()) {
            groups.add(group.stream()
                    .map(key -> new VariantValue(
                            key, settings.containsKey(key) ? settings.get(key).at() : at))
                    .toList());
        }
        new VariantCheck(settings).check(groups);
        return space;
    }

    private void check(List<List<VariantValue>> groups) {
        settings.forEach((key, setting) -> {
            if (key.contains("-")) {
                problem(setting.at(), "the key " + key + " has a dash", "write " + key.replace('-', '_'));
            }
        });
        Map<String, Set<String>> seen = new TreeMap<>();
        for (List<VariantValue> group : groups) {
            Set<String> names = group.stream().map(VariantValue::text).collect(Collectors.toCollection(TreeSet::new));
            for (VariantValue key : group) {
                if (!settings.containsKey(key.text())) {
                    problem(
                            key.at(),
                            "zip_keys has " + key + ", which has no values",
                            "give it values, or take it out");
                }
                Set<String> other = seen.getOrDefault(key.text(), names);
                if (!other.equals(names)) {
                    problem(key.at(), "%s is in two zip groups, %s and %s".formatted(key, other, names), "keep one");
                }
            }
            names.forEach(name -> seen.putIfAbsent(name, names));
            lengths(group);
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private void lengths(List<VariantValue> group) {
        List<VariantValue> present =
                group.stream().filter(key -> settings.containsKey(key.text())).toList();
        if (present.stream().map(this::length).distinct().count() > 1) {
            String lengths =
                    present.stream().map(key -> key + " " + length(key)).collect(Collectors.joining(", "));
            problem(
                    present.get(0).at(),
                    "the keys of a zip group have different numbers of values: " + lengths,
                    "give all of them as many values");
        }
    }

    private int length(VariantValue key) {
        Setting setting = settings.get(key.text());
        return setting == null ? 0 : setting.values().size();
    }

    private void problem(Location at, String message, String fix) {
        problems.add(new Problem(at, message, fix));
    }
}
