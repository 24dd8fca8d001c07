package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a place in a recipe is written: keys joined by {@code /}, and behind a key in brackets which of several is meant:
 * a member of a list by its name, {@code outputs[libcurl]/requirements/run}, by a value, {@code source[folder=tcl]/sha256},
 * or by its place, {@code source[0]/url}; or, of several keys of one name, that with a selector, {@code build/skip[win]}.
 */
public record RecipePath(List<Step> steps) {
    /** A key with what its brackets say. */
    public record Step(String key, List<String> brackets) {
        public Step {
            brackets = List.copyOf(brackets);
        }

        @Override
        public String toString() {
            return key + brackets.stream().map(bracket -> "[" + bracket + "]").collect(Collectors.joining());
        }
    }

    public RecipePath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a path needs a key, such as requirements/host");
        }
    }

    /**
     * The path that is written so.
     *
     * @throws IllegalArgumentException saying what is wrong with {@code path}
     */
    public static RecipePath parse(String path) {
        List<Step> steps = new ArrayList<>();
        List<String> brackets = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        int i = 0;
        while (i < path.length()) {
            char c = path.charAt(i);
            if (c == '/') {
                steps.add(step(path, key, brackets));
                i++;
            } else if (c == '[' && !key.isEmpty()) {
                int close = close(path, i);
                brackets.add(path.substring(i + 1, close).strip());
                i = close + 1;
            } else if (!brackets.isEmpty()) {
                throw new IllegalArgumentException("'" + path + "' goes on behind a bracket without a /");
            } else {
                key.append(c);
                i++;
            }
        }
        steps.add(step(path, key, brackets));
        return new RecipePath(steps);
    }

    private static Step step(String path, StringBuilder key, List<String> brackets) {
        String name = key.toString().strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("'" + path + "' has an empty key; a path is keys joined by /");
        }
        Step step = new Step(name, brackets);
        key.setLength(0);
        brackets.clear();
        return step;
    }

    private static int close(String path, int open) {
        int depth = 0;
        for (int i = open; i < path.length(); i++) {
            depth += path.charAt(i) == '[' ? 1 : path.charAt(i) == ']' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("'" + path + "' has a [ without its ]");
    }

    /** The key of the last step. */
    public String lastKey() {
        return steps.get(steps.size() - 1).key();
    }

    /** As it is written. */
    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("/"));
    }

    /** Its first {@code count} steps, as written; {@code the recipe} for none. */
    String upTo(int count) {
        return count == 0 ? "the recipe" : new RecipePath(steps.subList(0, count)).toString();
    }
}
