package org.archirender.selector;

import java.util.Optional;
import java.util.function.Supplier;
import org.archirender.python.library.Builtins;
import org.archirender.python.library.Scope;
import org.archirender.python.syntax.Evaluator;
import org.archirender.python.syntax.Expression;
import org.archirender.python.syntax.Parser;
import org.archirender.python.value.Budget;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PythonException;

/**
 * A Python expression that decides whether a line stays, as conda-build's {@code eval_selector}: an unknown name that is
 * really met becomes the text {@code False}, wherever the selector has that text, and evaluation starts again.
 * Parsed once; may be evaluated many times and by many threads.
 */
public final class Selector {
    private static final Limits LIMITS = new Limits(1 << 22, 150, 1);

    /** Each round takes one unknown name away, so real selectors need a few. */
    private static final int ROUNDS = 100;

    private final String text;
    private final Supplier<Expression> expression;

    private Selector(String text) {
        this.text = text;
        this.expression = parse(text);
    }

    private static Supplier<Expression> parse(String text) {
        Budget.chargeSteps(text.length());
        try {
            Expression parsed = Parser.parse(text);
            return () -> parsed;
        } catch (PythonException e) {
            return () -> {
                throw e;
            };
        }
    }

    /** The selector {@code text}, without brackets; whether it is valid shows when it is evaluated. */
    public static Selector of(String text) {
        return new Selector(text);
    }

    /** Whether two differ in white space only; an empty one stands for none. */
    public static boolean same(String one, String other) {
        return one.replaceAll("\\s+", "").equals(other.replaceAll("\\s+", ""));
    }

    /** As written between the brackets. */
    public String text() {
        return text;
    }

    /**
     * Whether the line stays.
     *
     * @param names conda-build's names; Python's built-in ones are seen behind them
     * @throws PythonException when Python raises; its offset is in {@link #text} unless a name was replaced
     */
    public boolean holds(Scope names) {
        Scope scope = names.or(Builtins.scope());
        Selector round = this;
        for (int i = 0; i < ROUNDS; i++) {
            try {
                return Evaluator.evaluate(round.expression.get(), scope, LIMITS).truth();
            } catch (PythonException e) {
                if (e.name().isEmpty()) {
                    throw e;
                }
                round = new Selector(round.text.replace(e.name().get(), "False"));
            }
        }
        throw PythonException.limit("replacing unknown names by False comes to no end")
                .at(0);
    }

    /**
     * Whether the line stays as far as {@code names} tell, in Kleene's logic of three values: {@code win and py>36} is
     * decided where there is no name {@code py}.
     *
     * @return empty where it hangs on a name that is not there, or the expression is none
     */
    public Optional<Boolean> decided(Scope names) {
        try {
            return decided(expression.get(), names.or(Builtins.scope()));
        } catch (PythonException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> decided(Expression part, Scope scope) {
        if (part instanceof Expression.Logic logic) {
            boolean all = true;
            for (Expression operand : logic.operands()) {
                Optional<Boolean> one = decided(operand, scope);
                if (one.filter(truth -> truth != logic.and()).isPresent()) {
                    return one;
                }
                all &= one.isPresent();
            }
            return all ? Optional.of(logic.and()) : Optional.empty();
        }
        if (part instanceof Expression.Not not) {
            return decided(not.operand(), scope).map(truth -> !truth);
        }
        try {
            return Optional.of(Evaluator.evaluate(part, scope, LIMITS).truth());
        } catch (PythonException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Selector selector && text.equals(selector.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "[" + text + "]";
    }
}
