package org.archirender.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

class RecipeCorpusTest {
    private static final LoadSettings YAML =
            LoadSettings.builder().setAllowDuplicateKeys(true).setUseMarks(true).build();

    /**
     * Every real recipe prints as it is; and where its text is YAML once the tags are masked, a YAML parser finds the
     * same keys, items and scalars at the same places.
     */
    @Test
    void everyRealRecipePrintsAsItIsAndHasTheStructureThatYamlFinds() throws IOException {
        AtomicInteger recipes = new AtomicInteger();
        AtomicInteger compared = new AtomicInteger();
        Consumer<String> check = text -> {
            RecipeText recipe = RecipeText.parse(text);
            assertThat(RecipePrinter.print(recipe)).isEqualTo(text);
            recipes.incrementAndGet();
            compose(text).ifPresent(yaml -> {
                assertThat(Shape.of(recipe.root())).as(text).isEqualTo(Shape.of(yaml));
                compared.incrementAndGet();
            });
        };
        RealRecipes.forEach(check);
        assertThat(recipes).hasValue(16_000);
        RealRecipes.forEachFeedstock(check);
        assertThat(compared.get()).isGreaterThan(16_000);
    }

    private static Optional<Node> compose(String text) {
        RecipeLines lines = RecipeLines.of(text, JinjaTag.find(text));
        boolean marksAreChars = text.codePoints().allMatch(Character::isBmpCodePoint) && !text.startsWith("\uFEFF");
        try {
            return marksAreChars ? new Compose(YAML).composeString(plain(lines)) : Optional.empty();
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    /** The masked text with blanks for the lines that Jinja or nobody reads. */
    private static String plain(RecipeLines lines) {
        List<RecipeLines.Kind> unread = List.of(RecipeLines.Kind.NEUTRAL, RecipeLines.Kind.COMMENT);
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < lines.count(); i++) {
            String line = lines.masked().substring(lines.start(i), lines.end(i));
            String end = lines.masked().substring(lines.end(i), lines.start(i + 1));
            plain.append(unread.contains(lines.kind(i)) ? " ".repeat(line.length()) : line)
                    .append(end);
        }
        return plain.toString();
    }
}
