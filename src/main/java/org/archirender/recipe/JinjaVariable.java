package org.archirender.recipe;

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
                .flatMap(context -> context.value().entries().stream())
                .forEach(entry -> {
                    Span value = entry.value().span();
                    int line = lines.lineOf(value.start());
                    variables.add(new JinjaVariable(entry.key(), value, line, entry.comment()));
                });
        return List.copyOf(variables);
    }
}
