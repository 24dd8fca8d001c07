package org.archirender.text;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * How a line is addressed: {@code whole trimmed line}, {@code ^prefix} of a trimmed line, or {@code ~regex}.
 *
 * @param pattern in one of these forms
 * @param nth which of several hits, from 1; where empty there must be exactly one
 * @param after only lines below the one hit of this pattern count
 * @param before only lines above the first hit of this pattern, below {@code after}, count
 */
public record Anchor(String pattern, OptionalInt nth, Optional<String> after, Optional<String> before) {
    public Anchor {
        requireNonNull(pattern, "pattern is null");
        requireNonNull(nth, "nth is null");
        requireNonNull(after, "after is null");
        requireNonNull(before, "before is null");
    }

    /** The one line that {@code pattern} hits. */
    public static Anchor of(String pattern) {
        return new Anchor(pattern, OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    /** The same anchor with every pattern changed by {@code text}. */
    public Anchor map(UnaryOperator<String> text) {
        return new Anchor(text.apply(pattern), nth, after.map(text), before.map(text));
    }
}
