package org.archirender.variant.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.archirender.conda.VariantValue;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;

/** What conda-build's {@code validate_spec} asks of each config, and once more of all of them with the migrations. */
public final class VariantCheck {
    private final Set<String> keys;
    private final Function<String, List<VariantValue>> values;
    private final Function<String, Location> at;
    private final List<Problem> problems = new ArrayList<>();

    private VariantCheck(Set<String> keys, Function<String, List<VariantValue>> values, Function<String, Location> at) {
        this.keys = keys;
        this.values = values;
        this.at = at;
    }

    /**
     * The same config, where its keys and zip_keys are right.
     *
     * @throws InputException with all that is wrong in {@code config}
     */
    public static VariantConfig check(VariantConfig config) {
        Location file = Location.of(config.source());
        Function<String, Location> at =
                key -> config.setting(key).map(VariantConfig.Setting::at).orElse(file);
        new VariantCheck(config.settings().keySet(), config::values, at).check(config.zipKeys());
        return config;
    }

    /**
     * The same settings, where they are right.
     *
     * @param at the place of what has none of its own
     * @throws InputException with all that is wrong in {@code space}
     */
    public static VariantSettings check(VariantSettings space, Location at) {
        Function<String, Location> firstValue = key ->
                space.values(key).stream().map(VariantValue::at).findFirst().orElse(at);
        List<List<VariantValue>> groups = space.zipGroups().stream()
                .map(group -> group.stream()
                        .map(key -> new VariantValue(key, firstValue.apply(key)))
                        .toList())
                .toList();
        new VariantCheck(space.values().keySet(), space::values, firstValue).check(groups);
        return space;
    }

    private void check(List<List<VariantValue>> groups) {
        for (String key : keys) {
            if (key.indexOf('-') >= 0) {
                problem(at.apply(key), "the key " + key + " has a dash", "write " + key.replace('-', '_'));
            }
        }
        Map<String, Set<String>> seen = new TreeMap<>();
        for (List<VariantValue> group : groups) {
            Set<String> names = group.stream().map(VariantValue::text).collect(Collectors.toCollection(TreeSet::new));
            for (VariantValue key : group) {
                if (key.text().isEmpty()) {
                    problem(
                            key.at(),
                            "zip_keys has a group without keys",
                            "write a line a key; brackets at a line's end are read as a selector");
                } else if (length(key) == 0) {
                    problem(
                            key.at(),
                            "zip_keys has '" + key + "', which has no values",
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
                group.stream().filter(key -> length(key) > 0).toList();
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
        return values.apply(key.text()).size();
    }

    private void problem(Location at, String message, String fix) {
        problems.add(new Problem(at, message, fix));
    }
}
