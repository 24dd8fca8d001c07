package org.archirender.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.archirender.minijinja.TextTemplate;
import org.archirender.problem.InputException;
import org.archirender.python.library.Meter;
import org.archirender.python.syntax.Evaluator;
import org.archirender.python.syntax.Parser;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PythonException;
import org.archirender.selector.SelectedText;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Texts that nobody writes, for twenty seconds: the lexer, the parsers and the YAML reader end in a value or in an error of
 * ours. Run it with {@code -Pslow}; {@code -Dfuzz.seconds} and {@code -Dfuzz.seed} say for how
 * long each target and from where.
 */
@Tag("fuzz")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FuzzTest {
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 5);
    private static final long SEED = Long.getLong("fuzz.seed", 1L);
    private static final String CHARACTERS =
            " \t\n\r\u000b\u0085\u00a0\u2028\\'\"()[]{}<>=!%#&|^~+-*/.,:;@$?_0129abexXoOnrNuU"
                    + "\u0000é\ud83d\ude00\ud83d";

    @Test
    void expressions() {
        ExpressionMaker maker = new ExpressionMaker(new Random(SEED), false);
        fuzz(
                "expressions",
                () -> maker.expression(3),
                text -> Evaluator.evaluate(Parser.parse(text), ReferenceProcess.names(), Limits.RECIPE));
    }

    @Test
    void templates() {
        ExpressionMaker maker = new ExpressionMaker(new Random(SEED), true);
        fuzz(
                "templates",
                () -> maker.template(2),
                text -> Template.parse(text, "t").render(ReferenceProcess.names(), Limits.RECIPE));
    }

    @Test
    void expressionsOfRecipeYaml() {
        ExpressionMaker maker = new ExpressionMaker(new Random(SEED), true);
        fuzz(
                "expressions of recipe.yaml",
                () -> "a${{ " + maker.expression(3) + " }}b${{- x | default('c') -}}",
                text -> TextTemplate.of(text).text(ReferenceProcess.names(), new Meter(Limits.RECIPE)));
    }

    @Test
    void selectedTexts() {
        ExpressionMaker maker = new ExpressionMaker(new Random(SEED), false);
        fuzz(
                "selected texts",
                () -> "a: 1  # [" + maker.expression(2) + "]\n- b # (x) [" + maker.expression(1) + "] y\n",
                text -> SelectedText.select(text, ReferenceProcess.names(), "f"));
    }

    @Test
    void yaml() {
        ExpressionMaker maker = new ExpressionMaker(new Random(SEED), false);
        fuzz(
                "YAML texts",
                () -> "a: " + maker.expression(1) + "\nb:\n  - &x {c: [d, *x]}\n  - |\n    e\n? f\n: !!g h\n",
                text -> YamlReader.read(text, "f"));
    }

    private static void fuzz(String what, java.util.function.Supplier<String> maker, Consumer<String> target) {
        Random random = new Random(SEED);
        Instant end = Instant.now().plus(Duration.ofSeconds(SECONDS));
        int texts = 0;
        int errors = 0;
        while (Instant.now().isBefore(end)) {
            String text = mutated(maker.get(), random);
            texts++;
            try {
                target.accept(text);
            } catch (PythonException | InputException e) {
                errors++;
                assertThat(e.getMessage()).isNotEmpty();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + SEED + ", text " + texts + ": " + text, e);
            }
        }
        System.out.printf("figure: fuzzing %d %s, %d of them errors%n", texts, what, errors);
        assertThat(errors).isLessThan(texts);
    }

    private static String mutated(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        for (int i = random.nextInt(4); i > 0 && out.length() > 0; i--) {
            int at = random.nextInt(out.length());
            switch (random.nextInt(5)) {
                case 0 -> out.insert(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
                case 1 -> out.deleteCharAt(at);
                case 2 -> out.setCharAt(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
                case 3 -> out.insert(at, out.substring(at, Math.min(out.length(), at + random.nextInt(20))));
                default -> out.insert(at, String.valueOf(out.charAt(at)).repeat(random.nextInt(300)));
            }
        }
        return out.toString();
    }
}
