package org.archirender.overlay.readback;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Variants that may make a difference to a meta.yaml: each name in its Jinja and selectors that nothing sets but a variant,
 * as what it is compared with there, and as something else.
 */
final class SupposedVariants {
    /** More are not tried. */
    private static final int MOST = 40;

    private static final String OTHER = "other";

    /** Jinja's tags, and brackets at a line's end. */
    private static final Pattern EXPRESSION =
            Pattern.compile("(?s)\\{%(.*?)%\\}|\\{\\{(.*?)\\}\\}|#[^\\n]*\\[([^\\n]*)\\]");

    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");
    private static final Pattern COMPARED =
            Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)\\s*[=!]=\\s*(?:'([^']*)'|\"([^\"]*)\")");

    private SupposedVariants() {}

    /**
     * Those of the recipe in {@code text}, of one name each.
     *
     * @param known names that are what they are whatever the variant
     */
    static List<SortedMap<String, String>> of(String text, Predicate<String> known) {
        Map<String, Set<String>> values = new TreeMap<>();
        for (MatchResult found : EXPRESSION.matcher(text).results().toList()) {
            String expression = found.group();
            NAME.matcher(TEXT.matcher(expression).replaceAll("''"))
                    .results()
                    .map(MatchResult::group)
                    .filter(known.negate())
                    .forEach(name -> values.computeIfAbsent(name, key -> new LinkedHashSet<>(List.of(OTHER))));
            COMPARED.matcher(expression).results().forEach(compared -> {
                String value = compared.group(2) == null ? compared.group(3) : compared.group(2);
                Set<String> supposed = values.get(compared.group(1));
                if (supposed != null) {
                    supposed.add(value);
                }
            });
        }
        List<SortedMap<String, String>> variants = new ArrayList<>();
        values.forEach((name, all) -> all.forEach(value -> {
            SortedMap<String, String> variant = new TreeMap<>();
            variant.put(name, value);
            variants.add(variant);
        }));
        return List.copyOf(variants.subList(0, Math.min(MOST, variants.size())));
    }
}
