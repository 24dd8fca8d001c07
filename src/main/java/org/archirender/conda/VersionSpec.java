package org.archirender.conda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which versions a requirement allows (conda's {@code VersionSpec}): {@code >=3.9,<4}, {@code 3.11.*}, {@code 1.2|1.4},
 * {@code ~=2.1}.
 */
public final class VersionSpec {
    private static final Pattern CONSTRAINT = Pattern.compile("(==|!=|>=|<=|~=|=|>|<)?\\s*([^\\s<>=!~]+)");

    private final List<List<Predicate<CondaVersion>>> alternatives;

    private VersionSpec(List<List<Predicate<CondaVersion>>> alternatives) {
        this.alternatives = alternatives;
    }

    /** The spec in {@code text}; empty where conda refuses it. */
    public static Optional<VersionSpec> parse(String text) {
        List<List<Predicate<CondaVersion>>> alternatives = new ArrayList<>();
        for (String alternative : text.split("\\|", -1)) {
            List<Predicate<CondaVersion>> all = new ArrayList<>();
            for (String part : alternative.split(",", -1)) {
                Optional<Predicate<CondaVersion>> constraint = constraint(part.strip());
                if (constraint.isEmpty()) {
                    return Optional.empty();
                }
                all.add(constraint.get());
            }
            alternatives.add(all);
        }
        return Optional.of(new VersionSpec(alternatives));
    }

    /** Whether {@code version} is allowed. */
    public boolean allows(CondaVersion version) {
        return alternatives.stream().anyMatch(all -> all.stream().allMatch(constraint -> constraint.test(version)));
    }

    private static Optional<Predicate<CondaVersion>> constraint(String text) {
        if (text.equals("*")) {
            return Optional.of(version -> true);
        }
        Matcher parts = CONSTRAINT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String operator = parts.group(1) == null ? "" : parts.group(1);
        String written = parts.group(2);
        boolean star = written.endsWith("*");
        String plain = star ? written.replaceFirst("\\.?\\*$", "") : written;
        return CondaVersion.parse(plain).map(wanted -> switch (operator) {
            case ">=" -> version -> version.compareTo(wanted) >= 0;
            case "<=" -> version -> version.compareTo(wanted) <= 0;
            case ">" -> version -> version.compareTo(wanted) > 0;
            case "<" -> version -> version.compareTo(wanted) < 0;
            case "!=" -> star ? version -> !version.startsWith(wanted) : version -> version.compareTo(wanted) != 0;
            case "=" -> version -> version.startsWith(wanted);
            case "~=" -> version -> version.compareTo(wanted) >= 0 && version.startsWith(wanted.withoutLast());
            default -> star ? version -> version.startsWith(wanted) : version -> version.compareTo(wanted) == 0;
        });
    }
}
