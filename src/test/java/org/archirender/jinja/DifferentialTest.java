package org.archirender.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.archirender.problem.InputException;
import org.archirender.python.library.Builtins;
import org.archirender.python.syntax.Evaluator;
import org.archirender.python.syntax.Parser;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.PythonException.Family;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Generated expressions and templates: what Python and Jinja make of them, and what we do. */
@Tag("differential")
class DifferentialTest {
    private static final int COUNT = Integer.getInteger("differential.count", 8000);
    private static final long SEED = Long.getLong("differential.seed", 20190115L);

    @Test
    void expressionsHaveThePythonsValues() throws IOException {
        ExpressionMaker maker = new ExpressionMaker(new Random(SEED), false);
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            questions.add(maker.expression(1 + i % 3));
        }
        compare("expression", questions, DifferentialTest::evaluated);
    }

    @Test
    void templatesGiveJinjasTexts() throws IOException {
        ExpressionMaker maker = new ExpressionMaker(new Random(SEED), true);
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            questions.add(i % 2 == 0 ? "{{ " + maker.expression(1 + i % 3) + " }}" : maker.template(i % 3));
        }
        compare("template", questions, DifferentialTest::rendered);
    }

    private static String evaluated(String expression) {
        return Evaluator.evaluate(
                        Parser.parse(expression), ReferenceProcess.names().or(Builtins.scope()), Limits.RECIPE)
                .repr();
    }

    private static String rendered(String template) {
        return Template.parse(template, "t").render(ReferenceProcess.names(), Limits.RECIPE);
    }

    private static void compare(String kind, List<String> questions, Function<String, String> ours) throws IOException {
        ReferenceProcess.assumePresent();
        List<ReferenceProcess.Answer> answers = ReferenceProcess.ask(kind, questions);
        List<String> different = new ArrayList<>();
        int results = 0;
        int errors = 0;
        int unsupported = 0;
        for (int i = 0; i < questions.size(); i++) {
            ReferenceProcess.Answer answer = answers.get(i);
            String actual = ours(ours, questions.get(i));
            String expected = answer.error().isEmpty() ? "= " + answer.result() : "! " + answer.error();
            if (actual.startsWith("?")) {
                unsupported++;
            } else if (actual.startsWith("!") && expected.startsWith("!")) {
                errors++;
            } else if (actual.equals(expected) || expected.contains(" object at 0x")) {
                results++;
            } else {
                different.add(questions.get(i) + "\n      ours " + actual + "\n reference " + expected);
            }
        }
        System.out.printf(
                "figure: generated %ss: %d equal results, %d errors of both, %d not supported here, %d different%n",
                kind, results, errors, unsupported, different.size());
        assertThat(different).isEmpty();
        assertThat(unsupported).isLessThan(questions.size() / 20);
    }

    private static String ours(Function<String, String> ours, String question) {
        try {
            return "= " + ours.apply(question);
        } catch (PythonException e) {
            boolean refused = e.family() == Family.UNSUPPORTED || e.family() == Family.LIMIT;
            return (refused ? "? " : "! ") + e.getMessage();
        } catch (InputException e) {
            String message = e.problems().get(0).toString();
            boolean refused = message.contains(": not supported: ") || message.contains(": limit: ");
            return (refused ? "? " : "! ") + message;
        }
    }
}
