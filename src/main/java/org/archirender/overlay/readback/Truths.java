package org.archirender.overlay.readback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.selector.Selector;

/**
 * What conditions come to where each of their parts is taken to hold or not. Parts are what {@code and}, {@code or},
 * {@code not} and brackets stand around; what they mean does not matter.
 *
 * @param parts in the order in which they are told; one that is not there holds
 */
record Truths(Map<String, Boolean> parts) {
    /** What has to be told apart in a condition: texts, brackets and words. */
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|\"[^\"]*\"|[\\[({]|[\\])}]|\\w+");

    /** Of so many conditions all combinations are tried; of more all, none, each alone and each left out. */
    private static final int ALL_COMBINATIONS = 4;

    /** Those that tell apart what an edit did: of the conditions on the lines that went or came, and on those around them. */
    static List<Truths> around(ChangedLines lines) {
        List<String> conditions = List.copyOf(lines.conditions());
        int count = conditions.size();
        List<Truths> combinations = new ArrayList<>();
        if (count <= ALL_COMBINATIONS) {
            for (int bits = 0; bits < 1 << count; bits++) {
                int truths = bits;
                combinations.add(truths(conditions, i -> (truths >> i & 1) == 0));
            }
        } else {
            combinations.add(truths(conditions, i -> true));
            combinations.add(truths(conditions, i -> false));
            for (int one = 0; one < count; one++) {
                int alone = one;
                combinations.add(truths(conditions, i -> i == alone));
                combinations.add(truths(conditions, i -> i != alone));
            }
        }
        return combinations;
    }

    private static Truths truths(List<String> conditions, IntPredicate holds) {
        Map<String, Boolean> truths = new LinkedHashMap<>();
        for (int i = 0; i < conditions.size(); i++) {
            truths.put(conditions.get(i), holds.test(i));
        }
        return new Truths(truths);
    }

    /** The parts of the {@code if:} of a recipe.yaml. */
    static Set<String> parts(String condition) {
        Set<String> parts = new LinkedHashSet<>();
        holds(condition, part -> {
            parts.add(part);
            return true;
        });
        return parts;
    }

    /** Whether a part, or the selector of a meta.yaml, holds. */
    boolean holds(String part) {
        return parts.entrySet().stream()
                .filter(truth -> Selector.same(truth.getKey(), part))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(true);
    }

    /** Whether the {@code if:} of a recipe.yaml does. */
    boolean holdsWhole(String condition) {
        return holds(condition, this::holds);
    }

    private static boolean holds(String written, Predicate<String> holds) {
        String condition = written.strip();
        List<String> either = split(condition, "or");
        List<String> both = split(condition, "and");
        // Every part is asked, also where the answer is known.
        if (split(condition, "if").size() > 1) {
            return holds.test(condition);
        } else if (either.size() > 1) {
            return either.stream().filter(part -> holds(part, holds)).count() > 0;
        } else if (both.size() > 1) {
            return both.stream().filter(part -> holds(part, holds)).count() == both.size();
        } else if (condition.matches("(?s)not\\b.+")) {
            return !holds(condition.substring("not".length()), holds);
        }
        return isInBrackets(condition)
                ? holds(condition.substring(1, condition.length() - 1), holds)
                : holds.test(condition);
    }

    /** What stands between {@code word} outside of all brackets and texts. */
    private static List<String> split(String condition, String word) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int depth = 0;
        Matcher token = TOKEN.matcher(condition);
        while (token.find()) {
            depth += "[({".contains(token.group()) ? 1 : "])}".contains(token.group()) ? -1 : 0;
            if (depth == 0 && token.group().equals(word)) {
                parts.add(condition.substring(from, token.start()));
                from = token.end();
            }
        }
        parts.add(condition.substring(from));
        return parts;
    }

    /** Whether the first bracket is closed by the last char only. */
    private static boolean isInBrackets(String condition) {
        int depth = 0;
        Matcher token = TOKEN.matcher(condition);
        while (token.find()) {
            depth += "[({".contains(token.group()) ? 1 : "])}".contains(token.group()) ? -1 : 0;
            if (depth == 0) {
                return condition.startsWith("(") && token.end() == condition.length();
            }
        }
        return false;
    }

    /** {@code with [win], without [osx]}, with a blank in front; empty for no parts. */
    String where(boolean selectors) {
        List<String> said = new ArrayList<>();
        parts.forEach((part, holds) ->
                said.add((holds ? " with " : " without ") + (selectors ? "[" + part + "]" : "'" + part + "'")));
        return String.join(",", said);
    }
}
