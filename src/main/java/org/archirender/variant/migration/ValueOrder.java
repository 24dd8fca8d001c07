package org.archirender.variant.migration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.archirender.conda.CondaVersion;
import org.archirender.conda.VariantValue;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.variant.config.VariantSettings;

/**
 * Which of two values of a key a migration takes for the higher one: by the migration's {@code ordering} of the key, or
 * by conda's version order with blanks read as dots and {@code *} as 1. Texts that are no versions compare as texts.
 */
final class ValueOrder {
    private final Migration migration;

    ValueOrder(Migration migration) {
        this.migration = migration;
    }

    /** The order of the values of {@code key}. Throws where a value has no place in it. */
    Comparator<VariantValue> of(String key) {
        List<VariantValue> ordering = migration.ordering().get(key);
        return ordering == null
                ? this::compareVersions
                : Comparator.comparingInt(value -> ordinal(key, ordering, value));
    }

    private int ordinal(String key, List<VariantValue> ordering, VariantValue value) {
        int ordinal = ordering.indexOf(value);
        if (ordinal < 0) {
            throw problem(
                    ordering.get(0).at(),
                    "the ordering of %s lacks the value %s from %s".formatted(key, value, value.at()),
                    "add it to the ordering");
        }
        return ordinal;
    }

    private int compareVersions(VariantValue left, VariantValue right) {
        Optional<CondaVersion> leftVersion = version(left);
        Optional<CondaVersion> rightVersion = version(right);
        if (leftVersion.isPresent() && rightVersion.isPresent()) {
            return leftVersion.get().compareTo(rightVersion.get());
        }
        if (leftVersion.isEmpty() && rightVersion.isEmpty()) {
            return left.text().compareTo(right.text());
        }
        throw problem(
                right.at(),
                "a version and a text that is none can't be compared: %s from %s and %s"
                        .formatted(left, left.at(), right),
                "give the key an ordering in the migration");
    }

    private static Optional<CondaVersion> version(VariantValue value) {
        return CondaVersion.parse(value.text().replace(' ', '.').replace('*', '1'));
    }

    /**
     * The higher value at each position, then the tail of the longer list; where the key has an ordering, as many of
     * all values as the longer list has, the highest ones.
     */
    List<VariantValue> higher(String key, List<VariantValue> left, List<VariantValue> right) {
        if (migration.ordering().containsKey(key)) {
            return highest(key, left, right, of(key));
        }
        List<VariantValue> longer = left.size() > right.size() ? left : right;
        List<VariantValue> higher = new ArrayList<>();
        for (int i = 0; i < longer.size(); i++) {
            boolean both = i < Math.min(left.size(), right.size());
            higher.add(both ? higher(left.get(i), right.get(i)) : longer.get(i));
        }
        return higher;
    }

    /** A version stays where the migration has a text that is none, as a label of a channel may be. */
    private VariantValue higher(VariantValue left, VariantValue right) {
        boolean stays = version(left).isPresent() && version(right).isEmpty();
        return stays || compareVersions(left, right) >= 0 ? left : right;
    }

    private List<VariantValue> highest(
            String key, List<VariantValue> left, List<VariantValue> right, Comparator<VariantValue> order) {
        TreeSet<VariantValue> all = new TreeSet<>(order);
        all.addAll(right);
        all.addAll(left);
        int longer = Math.max(left.size(), right.size());
        if (all.size() >= longer) {
            List<VariantValue> sorted = List.copyOf(all);
            return sorted.subList(sorted.size() - longer, sorted.size());
        }
        if (all.size() == 1) {
            return Collections.nCopies(longer, left.get(0));
        }
        throw problem(
                right.get(0).at(),
                "%s has equal values, so that an ordering can't tell which of %s and %s to keep"
                        .formatted(key, left, right),
                "leave the ordering away, or the values that occur twice");
    }

    /** The values of {@code key} in {@code space}, which the migration can't do without. */
    List<VariantValue> required(VariantSettings space, String key) {
        if (space.values(key).isEmpty()) {
            throw problem(migration.at(), key + " has no value to migrate from", "give it one in the pinnings");
        }
        return space.values(key);
    }

    /** The migration's values of {@code key}, which it can't do without. */
    List<VariantValue> required(String key) {
        if (migration.values(key).isEmpty()) {
            throw problem(migration.at(), "the migration needs values for " + key, "add them to the migration");
        }
        return migration.values(key);
    }

    static InputException problem(Location at, String message, String fix) {
        return new InputException(at, message, fix);
    }
}
