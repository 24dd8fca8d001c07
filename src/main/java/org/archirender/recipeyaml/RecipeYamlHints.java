package org.archirender.recipeyaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlReader;

/** What a recipe.yaml may say and rarely means: expressions of meta.yaml, which are text here. */
public final class RecipeYamlHints {
    private static final Pattern BARE = Pattern.compile("(?<![$#{])\\{\\{\\s*([^{}\\s][^{}]*?)\\s*\\}\\}");

    /** Chars of a text that is looked at: what is longer is no value of a key. */
    private static final int MAX_LENGTH = 1000;

    private final List<Problem> hints = new ArrayList<>();

    private RecipeYamlHints() {}

    /** The hints for {@code text}, by line; none where it can't be read. */
    public static List<Problem> of(String text, String file) {
        RecipeYamlHints found = new RecipeYamlHints();
        try {
            YamlReader.read(text, file).ifPresent(found::bare);
        } catch (InputException e) {
            return List.of();
        }
        return List.copyOf(found.hints);
    }

    /** Text that meta.yaml would evaluate; a script's braces are its own. */
    private void bare(YamlNode node) {
        if (node instanceof Mapping mapping) {
            mapping.entries().stream()
                    .filter(entry -> entry.value() instanceof Mapping
                            || !List.of("script", "content", "description")
                                    .contains(entry.key().text()))
                    .forEach(entry -> bare(entry.value()));
        } else if (node instanceof YamlNode.Sequence list) {
            list.items().forEach(this::bare);
        } else if (node instanceof YamlNode.Scalar scalar) {
            Matcher expression = BARE.matcher(scalar.text());
            if (scalar.text().length() <= MAX_LENGTH && expression.find()) {
                hints.add(new Problem(
                        scalar.at(),
                        "'" + expression.group() + "' is text in a recipe.yaml, and evaluated nowhere",
                        "write ${{ " + expression.group(1) + " }}"));
            }
        }
    }
}
