package org.archirender.python.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.archirender.python.library.PyFunction;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PythonException;

/** The expressions of selectors: Python's own grammar, as {@code eval} takes it, as far as recipes use it. */
public final class Parser extends ExpressionParser {
    private static final Set<String> KEYWORDS = new HashSet<>(Arrays.asList(
            ("and as assert async await break class continue def del elif else except finally for from global if import in"
                            + " is lambda nonlocal not or pass raise return try while with yield")
                    .split(" ")));

    private Parser(List<Token> tokens) {
        super(tokens);
    }

    /**
     * Parses a whole text.
     *
     * @throws PythonException with the offset of the first thing that is wrong
     */
    public static Expression parse(String source) {
        Parser parser = new Parser(Lexer.python(source));
        Expression expression = parser.inParentheses();
        parser.expectEnd();
        return expression;
    }

    @Override
    protected Expression inParentheses() {
        Expression first = expression();
        if (!current().isOperator(",")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (takeOperator(",")
                && current().kind() != Token.Kind.END
                && !current().isOperator(")")) {
            items.add(expression());
        }
        return new Expression.Display(false, items, first.offset());
    }

    @Override
    protected Expression withoutElse() {
        throw unexpected(current(), "'else'");
    }

    @Override
    protected Optional<Operator> comparisonOperator() {
        if (takeName("is")) {
            return Optional.of(takeName("not") ? Operator.IS_NOT : Operator.IS);
        }
        return takeComparison();
    }

    @Override
    protected Expression arithmetic() {
        return leftToRight(this::bitwiseAnd, Operator.OR);
    }

    private Expression bitwiseAnd() {
        return leftToRight(this::sum, Operator.AND);
    }

    private Expression sum() {
        return leftToRight(this::term, Operator.ADD, Operator.SUBTRACT);
    }

    private Expression term() {
        return leftToRight(this::factor, Operator.MULTIPLY, Operator.DIVIDE, Operator.FLOOR_DIVIDE, Operator.MODULO);
    }

    private Expression factor() {
        Token token = current();
        if (!takeOperator("-")) {
            return power();
        }
        enter();
        Expression operand = factor();
        leave();
        return new Expression.Negation(operand, token.offset());
    }

    private Expression power() {
        Expression base = postfix(atom());
        int offset = current().offset();
        if (!takeOperator("**")) {
            return base;
        }
        enter();
        Expression exponent = factor();
        leave();
        return new Expression.Binary(Operator.POWER, base, exponent, offset);
    }

    private Expression atom() {
        Token token = current();
        return switch (token.kind()) {
            case STRING -> strings();
            case NUMBER -> new Expression.Constant(next().value(), token.offset());
            case NAME -> name(next());
            case OPERATOR -> token.isOperator("...") ? ellipsis() : bracketed(next());
            case END -> throw unexpected(token, "a value");
        };
    }

    private Expression ellipsis() {
        return new Expression.Constant(PyFunction.ELLIPSIS, next().offset());
    }

    private Expression name(Token token) {
        return switch (token.text()) {
            case "True" -> new Expression.Constant(PyBool.TRUE, token.offset());
            case "False" -> new Expression.Constant(PyBool.FALSE, token.offset());
            case "None" -> new Expression.Constant(PyNone.NONE, token.offset());
            case "lambda", "await" ->
                throw PythonException.unsupported(token.text() + " expressions").at(token.offset());
            default -> {
                if (KEYWORDS.contains(token.text())) {
                    throw unexpected(token, "a value");
                }
                yield new Expression.Name(token.text(), token.offset());
            }
        };
    }
}
