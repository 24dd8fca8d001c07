package org.archirender.minijinja;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.archirender.python.library.Meter;
import org.archirender.python.library.Scope;
import org.archirender.python.syntax.Expression;
import org.archirender.python.syntax.Lexer;
import org.archirender.python.syntax.TemplateGrammar;
import org.archirender.python.syntax.Token;
import org.archirender.python.value.Budget;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/**
 * A scalar of a recipe.yaml: text with expressions between <code>${{</code> and <code>}}</code>, or, after {@code if:} and
 * {@code skip:}, one bare expression. Parsed once, evaluated for as many variants as there are. As in
 * <code>lib-${{ version }}</code> → {@code lib-1.2}.
 */
public final class TextTemplate {
    private static final String OPENING = "${{";
    private static final String CLOSING = "}}";
    private static final String EXPRESSION = "the expression";

    /** What parsing a character is worth. */
    private static final int PARSED = 50;

    private final List<Expression> parts;
    private final Set<String> names;
    private final boolean single;

    private TextTemplate(List<Expression> parts, Set<String> names, boolean single) {
        this.parts = List.copyOf(parts);
        this.names = new TreeSet<>(names);
        this.single = single;
    }

    /** Whether {@code text} has an expression in it; all else stands for itself, even <code>{{ x }}</code>. */
    public static boolean isTemplate(String text) {
        return text.contains(OPENING) && text.contains(CLOSING);
    }

    /**
     * Text with expressions.
     *
     * @throws PythonException with the offset of the first thing that is wrong
     */
    public static TextTemplate of(String text) {
        requireNonNull(text, "text is null");
        Budget.charge((long) PARSED * text.length());
        if (text.contains("{%")) {
            throw PythonException.unsupported("'{% … %}' in a recipe.yaml; write an expression with 'if' and 'else'")
                    .at(text.indexOf("{%"));
        }
        List<Expression> parts = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        int at = 0;
        for (int start = text.indexOf(OPENING); start >= 0; start = text.indexOf(OPENING, at)) {
            boolean trims = text.startsWith("-", start + OPENING.length());
            String before = text.substring(at, start);
            literal(trims ? PyStr.stripRight(before) : before, at, parts);
            List<Token> tokens = Lexer.template(text, start + OPENING.length() + (trims ? 1 : 0), CLOSING);
            parts.add(grammar(tokens).whole());
            names.addAll(NamesInText.of(tokens));
            Token end = tokens.get(tokens.size() - 1);
            at = end.end();
            while (end.text().startsWith("-") && at < text.length() && PyStr.isSpace(text.charAt(at))) {
                at++;
            }
        }
        literal(text.substring(at), at, parts);
        boolean single = parts.size() == 1 && text.startsWith(OPENING);
        return new TextTemplate(parts, names, single);
    }

    private static TemplateGrammar grammar(List<Token> tokens) {
        return new TemplateGrammar(tokens, Filters.ALL, Tests.ALL, StrictUndefined.SILENT);
    }

    private static void literal(String text, int offset, List<Expression> parts) {
        if (!text.isEmpty()) {
            parts.add(new Expression.Constant(new PyStr(text), offset));
        }
    }

    /**
     * A bare expression.
     *
     * @throws PythonException with the offset of the first thing that is wrong
     */
    public static TextTemplate ofExpression(String text) {
        Budget.charge((long) PARSED * text.length());
        List<Token> tokens = Lexer.template(text + CLOSING, 0, CLOSING);
        return new TextTemplate(List.of(grammar(tokens).whole()), NamesInText.of(tokens), true);
    }

    /** The names in it, those of branches that are not taken and what {@code compiler('c')} looks up among them. */
    public Set<String> names() {
        return new TreeSet<>(names);
    }

    /** The names in the expressions of {@code text}, which may be a program's: what can't be read has none. */
    public static Set<String> namesIn(String text) {
        Set<String> names = new TreeSet<>();
        for (int start = text.indexOf(OPENING); start >= 0; start = text.indexOf(OPENING, start + 1)) {
            int end = text.indexOf(CLOSING, start);
            if (end < 0) {
                break;
            }
            // Each opening reads up to the same closing, and what can't be read is passed over: it counts here.
            Budget.charge((long) PARSED * (end - start));
            names.addAll(readable(text.substring(start, end + CLOSING.length())));
        }
        return names;
    }

    private static Set<String> readable(String expression) {
        try {
            return of(expression).names;
        } catch (PythonException e) {
            return new TreeSet<>();
        }
    }

    /** Whether it is one expression and nothing else, so that its value keeps its kind. */
    public boolean isSingle() {
        return single;
    }

    /**
     * What it gives: the value of a single expression, else text.
     *
     * @throws PythonException with its offset, where it fails, takes too long or something is undefined
     */
    public PyValue value(Scope scope, Meter meter) {
        StrictEvaluator evaluator = new StrictEvaluator(scope, meter);
        return meter.within(EXPRESSION, () -> single ? evaluator.evaluate(parts.get(0)) : new PyStr(text(evaluator)));
    }

    /** What it prints; an undefined value of an {@code if} without {@code else} prints nothing. */
    public String text(Scope scope, Meter meter) {
        return meter.within(EXPRESSION, () -> text(new StrictEvaluator(scope, meter)));
    }

    private String text(StrictEvaluator evaluator) {
        StringBuilder text = new StringBuilder();
        for (Expression part : parts) {
            String printed = StrictEvaluator.text(evaluator.evaluate(part));
            Budget.charge(Budget.OBJECT + 4L * printed.length());
            text.append(printed);
        }
        return text.toString();
    }
}
