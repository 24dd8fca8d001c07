package org.archirender.variant.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.archirender.conda.VariantValue;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.python.value.Budget;

/**
 * Combinations of values, as the product of independent dimensions and never as a list: the pinnings of conda-forge
 * would give millions. A dimension is one key, or the keys of a zip group. Only relevant keys get one; every other key
 * stands at its first value. Immutable.
 */
public final class VariantGrid {
    /** More than any real recipe has; beyond it a recipe is a mistake or an attack. */
    static final int MAX_COMBINATIONS = 2048;

    /** What copying a key's value costs. */
    private static final int COPIED = 8;

    private final List<Dimension> dimensions;
    private final SortedMap<String, List<VariantValue>> space;

    private VariantGrid(List<Dimension> dimensions, SortedMap<String, List<VariantValue>> space) {
        this.dimensions = List.copyOf(dimensions);
        this.space = space;
    }

    /** The grid of all values in {@code space}, a dimension for each key that is {@code relevant} or zipped to one. */
    public static VariantGrid of(VariantSettings space, Predicate<String> relevant) {
        List<Dimension> dimensions = new ArrayList<>();
        SortedSet<String> placed = new TreeSet<>();
        for (List<String> group : space.zipGroups()) {
            if (group.stream().anyMatch(relevant) && placed.addAll(group)) {
                dimensions.add(distinct(group, space));
            }
        }
        space.values().forEach((key, values) -> {
            if (relevant.test(key) && !space.extendKeys().contains(key) && placed.add(key)) {
                dimensions.add(distinct(List.of(key), space));
            }
        });
        return new VariantGrid(dimensions, space.values());
    }

    private static Dimension distinct(List<String> keys, VariantSettings space) {
        Dimension all = Dimension.of(keys, space::values);
        return all.with(all.rows().stream().distinct().toList());
    }

    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** Whether {@code key} has a value. */
    public boolean has(String key) {
        return space.containsKey(key);
    }

    Optional<Dimension> dimension(String key) {
        Budget.charge(dimensions.size());
        return dimensions.stream()
                .filter(dimension -> dimension.column(key) >= 0)
                .findFirst();
    }

    /** The distinct values that {@code key} takes here, in order. */
    public List<VariantValue> values(String key) {
        Optional<Dimension> dimension = dimension(key);
        if (dimension.isPresent()) {
            int column = dimension.get().column(key);
            return dimension.get().rows().stream()
                    .map(row -> row.get(column))
                    .distinct()
                    .toList();
        }
        return space.getOrDefault(key, List.of()).stream().limit(1).toList();
    }

    /** Those of {@code used} that take more than one value. */
    public SortedSet<String> looping(Set<String> used) {
        SortedSet<String> looping = new TreeSet<>();
        used.stream().filter(key -> values(key).size() > 1).forEach(key -> looping.add(key));
        return looping;
    }

    /** This grid with those values of {@code key} only that are {@code wanted}; unchanged if none is. */
    public VariantGrid keep(String key, Predicate<VariantValue> wanted) {
        List<Dimension> kept = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            int column = dimension.column(key);
            List<List<VariantValue>> rows = column < 0
                    ? dimension.rows()
                    : dimension.rows().stream()
                            .filter(row -> wanted.test(row.get(column)))
                            .toList();
            kept.add(rows.isEmpty() ? dimension : dimension.with(rows));
        }
        return new VariantGrid(kept, space);
    }

    /** This grid and {@code other}, of the same dimensions, in the order of {@code order}. */
    public VariantGrid union(VariantGrid other, VariantGrid order) {
        List<Dimension> united = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            List<List<VariantValue>> mine = dimensions.get(i).rows();
            List<List<VariantValue>> others = other.dimensions.get(i).rows();
            Dimension all = order.dimensions.get(i);
            united.add(all.with(all.rows().stream()
                    .filter(row -> mine.contains(row) || others.contains(row))
                    .toList()));
        }
        return new VariantGrid(united, space);
    }

    /** The first value of everything. */
    public VariantChoice first() {
        return combinations(Collections.emptySortedSet(), Location.of("")).get(0);
    }

    /**
     * All combinations over the dimensions that have one of {@code keys}, each with the first row of every other one.
     *
     * @param recipe for the message
     * @throws InputException where there are more than {@link #MAX_COMBINATIONS}
     */
    public List<VariantChoice> combinations(Set<String> keys, Location recipe) {
        List<SortedMap<String, VariantValue>> combinations = new ArrayList<>();
        combinations.add(new TreeMap<>());
        for (Dimension dimension : dimensions) {
            boolean loops = dimension.keys().stream().anyMatch(keys::contains);
            List<List<VariantValue>> rows = loops
                    ? dimension.rows()
                    : dimension.rows().subList(0, Math.min(1, dimension.rows().size()));
            if ((long) rows.size() * combinations.size() > MAX_COMBINATIONS) {
                throw new InputException(
                        recipe,
                        "the variant keys that this recipe uses have more than " + MAX_COMBINATIONS
                                + " combinations of values",
                        "zip keys that belong together (zip_keys), or give some of them fewer values");
            }
            combinations = multiplied(combinations, dimension.keys(), rows);
        }
        return combinations.stream()
                .map(chosen -> new VariantChoice(space, chosen))
                .toList();
    }

    private static List<SortedMap<String, VariantValue>> multiplied(
            List<SortedMap<String, VariantValue>> combinations, List<String> keys, List<List<VariantValue>> rows) {
        List<SortedMap<String, VariantValue>> multiplied = new ArrayList<>();
        for (Map<String, VariantValue> combination : combinations) {
            Budget.charge((long) COPIED * combination.size() * rows.size());
            for (List<VariantValue> row : rows) {
                SortedMap<String, VariantValue> longer = new TreeMap<>(combination);
                for (int i = 0; i < keys.size(); i++) {
                    longer.put(keys.get(i), row.get(i));
                }
                multiplied.add(longer);
            }
        }
        return multiplied;
    }

    /**
     * What a package takes that uses {@code used} with the values of {@code choice}: of each dimension the rows that agree
     * on the used keys, and the first row of one without any.
     */
    public VariantGrid agreeing(VariantChoice choice, Set<String> used) {
        List<Dimension> taken = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            List<String> deciding =
                    dimension.keys().stream().filter(used::contains).toList();
            List<List<VariantValue>> rows = dimension.rows().stream()
                    .filter(row -> deciding.stream()
                            .allMatch(key -> choice.get(key).equals(Optional.of(row.get(dimension.column(key))))))
                    .toList();
            taken.add(dimension.with(deciding.isEmpty() ? rows.subList(0, Math.min(1, rows.size())) : rows));
        }
        return new VariantGrid(taken, space);
    }

    /** The grid of {@code choice} alone. */
    public VariantGrid only(VariantChoice choice) {
        List<Dimension> single = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            List<VariantValue> row = new ArrayList<>();
            dimension.keys().forEach(key -> choice.get(key).ifPresent(row::add));
            single.add(dimension.with(List.of(row)));
        }
        return new VariantGrid(single, space);
    }
}
