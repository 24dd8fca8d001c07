package org.archirender.recipe;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.text.Span;

/**
 * A {@code {% set NAME = value %}} of a meta.yaml, or an entry below {@code context:} of a recipe.yaml.
 *
 * @param value its span, quotes included
 * @param line on which the value begins, 0-based
 * @param comment what follows on its line
 */
public record JinjaVariable(String name, Span value, int line, Optional<Span> comment) {
    private static final Pattern SET = Pattern.compile("set\\s+(\\w+)\\s*=(?!=)\\s*");

    public JinjaVariable {
        requireNonNull(name, "name is null");
        requireNonNull(value, "value is null");
        requireNonNull(comment, "comment is null");
    }

    static List<JinjaVariable> of(RecipeLines lines, List<JinjaTag> tags, RecipeNode.Mapping root) {
        List<JinjaVariable> variables = new ArrayList<>();
        ScalarParser scalars = new ScalarParser(lines);
        for (JinjaTag tag : tags) {
            Span inside = tag.inside(lines.text());
            Matcher set = SET.matcher(lines.text()).region(inside.start(), inside.end());
            if (tag.kind() == JinjaTag.Kind.STATEMENT && set.lookingAt()) {
                Span value = new Span(set.end(), inside.end());
                int end = tag.span().end();
                Optional<Span> comment = scalars.comment(end, lines.lineOf(end - 1));
                variables.add(new JinjaVariable(set.group(1), value, lines.lineOf(value.start()), comment));
            }
        }
        root.entries("context").stream()
                .map(RecipeNode.Entry::value)
                .filter(RecipeNode.Mapping.class::isInstance)
                .flatMap(context -> ((RecipeNode.Mapping) context).entries().stream())
                .forEach(entry -> variables.add(of(entry, lines)));
        return List.copyOf(variables);
    }

    private static JinjaVariable of(RecipeNode.Entry entry, RecipeLines lines) {
        Span value = entry.value().span();
        return new JinjaVariable(entry.key(), value, lines.lineOf(value.start()), entry.comment());
    }
}
