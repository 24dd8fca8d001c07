package org.archirender.selector;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of several of one name is meant, as overlays write it: {@code zlib[win]}, and {@code zlib[]} for the one without
 * a selector.
 */
public record SelectedName(String name, String selector) {
    private static final Pattern WRITTEN =
            Pattern.compile("(.+?)\\s*\\[((?:[^\\[\\]]++|\\[[^\\[\\]]*])*+)]", Pattern.DOTALL);

    /** What {@code written} says; empty where it has no selector. */
    public static Optional<SelectedName> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches() ? Optional.of(new SelectedName(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** Whether what stands under {@code condition} is meant. */
    public boolean isUnder(Optional<String> condition) {
        return Selector.same(condition.orElse(""), selector);
    }
}
