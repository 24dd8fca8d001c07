package org.archirender.minijinja;

import java.util.List;
import java.util.Optional;
import org.archirender.python.syntax.Expression;
import org.archirender.python.syntax.ExpressionParser;
import org.archirender.python.syntax.Token;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyNone;

/** minijinja's grammar of expressions. */
final class StrictParser extends ExpressionParser {
    private static final List<String> NO_ARGUMENT = List.of("else", "or", "and", "if", "in", "not", "is");

    StrictParser(List<Token> tokens) {
        super(tokens);
    }

    /** The one expression that there is. */
    Expression whole() {
        Expression expression = expression();
        expectEnd();
        return expression;
    }

    @Override
    protected Expression inParentheses() {
        return expression();
    }

    @Override
    protected Expression withoutElse() {
        return new Expression.Constant(SilentUndefined.VALUE, current().offset());
    }

    @Override
    protected Optional<Operator> comparisonOperator() {
        return takeComparison();
    }

    @Override
    protected Expression arithmetic() {
        return leftToRight(this::joined, Operator.ADD, Operator.SUBTRACT);
    }

    private Expression joined() {
        Expression left = term();
        for (int offset = current().offset();
                takeOperator("~");
                offset = current().offset()) {
            left = new Words.Joined(left, term(), offset);
        }
        return left;
    }

    private Expression term() {
        return leftToRight(this::unary, Operator.MULTIPLY, Operator.DIVIDE, Operator.FLOOR_DIVIDE, Operator.MODULO);
    }

    private Expression unary() {
        Token token = current();
        if (!takeOperator("-")) {
            return power();
        }
        enter();
        Expression operand = unary();
        leave();
        return new Expression.Negation(operand, token.offset());
    }

    private Expression power() {
        return leftToRight(() -> filtered(postfix(primary())), Operator.POWER);
    }

    private Expression primary() {
        Token token = current();
        return switch (token.kind()) {
            case STRING -> strings();
            case NUMBER -> new Expression.Constant(next().value(), token.offset());
            case NAME -> name(next());
            case OPERATOR -> bracketed(next());
            case END -> throw unexpected(token, "an expression");
        };
    }

    private Expression name(Token token) {
        return switch (token.text()) {
            case "true", "True" -> new Expression.Constant(PyBool.TRUE, token.offset());
            case "false", "False" -> new Expression.Constant(PyBool.FALSE, token.offset());
            case "none", "None" -> new Expression.Constant(PyNone.NONE, token.offset());
            default -> {
                Expression name = new Expression.Name(token.text(), token.offset());
                boolean match = token.text().equals("match") && current().isOperator("(");
                yield match ? new Words.Match(name, arguments(), token.offset()) : name;
            }
        };
    }

    private Expression filtered(Expression node) {
        Expression result = node;
        while (true) {
            Token token = current();
            if (takeOperator("|")) {
                Token name = expectName();
                List<Expression.Argument> arguments = current().isOperator("(") ? arguments() : List.of();
                result = new Words.Filter(result, name.text(), arguments, name.offset());
            } else if (takeName("is")) {
                result = test(result, token.offset());
            } else {
                return result;
            }
        }
    }

    private Expression test(Expression input, int offset) {
        boolean negated = takeName("not");
        String name = expectName().text();
        List<Expression.Argument> arguments = List.of();
        if (current().isOperator("(")) {
            arguments = arguments();
        } else if (startsTestArgument()) {
            arguments = List.of(new Expression.Argument(Optional.empty(), postfix(primary())));
        }
        Expression test = new Words.Test(input, name, arguments, offset);
        return negated ? new Expression.Not(test, offset) : test;
    }

    private boolean startsTestArgument() {
        Token token = current();
        return switch (token.kind()) {
            case NAME -> !NO_ARGUMENT.contains(token.text());
            case NUMBER, STRING -> true;
            case OPERATOR -> token.isOperator("[") || token.isOperator("{");
            case END -> false;
        };
    }
}
