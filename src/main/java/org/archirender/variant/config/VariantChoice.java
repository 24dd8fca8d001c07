package org.archirender.variant.config;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.VariantValue;

/**
 * One value for every key. Two choices of one grid are equal where the keys of its dimensions are: all others have one
 * value in the grid.
 */
public final class VariantChoice {
    private final SortedMap<String, List<VariantValue>> fixed;
    private final SortedMap<String, VariantValue> chosen;

    /**
     * @param fixed shared by all choices of a grid, of which the first value of every other key counts
     * @param chosen this choice's own
     */
    VariantChoice(SortedMap<String, List<VariantValue>> fixed, SortedMap<String, VariantValue> chosen) {
        this.fixed = fixed;
        this.chosen = Collections.unmodifiableSortedMap(new TreeMap<>(chosen));
    }

    public Optional<VariantValue> get(String key) {
        VariantValue own = chosen.get(key);
        return own == null ? fixed.getOrDefault(key, List.of()).stream().findFirst() : Optional.of(own);
    }

    /** The value's text, empty where the key has none. */
    public String text(String key) {
        return get(key).map(VariantValue::text).orElse("");
    }

    /** As {@code python=3.12, mpi=nompi}, of the given keys. */
    public String describe(Set<String> of) {
        StringBuilder text = new StringBuilder();
        for (String key : of) {
            text.append(text.isEmpty() ? "" : ", ").append(key).append('=').append(text(key));
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VariantChoice choice && chosen.equals(choice.chosen);
    }

    @Override
    public int hashCode() {
        return chosen.hashCode();
    }

    @Override
    public String toString() {
        return chosen.toString();
    }
}
