package org.archirender.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.archirender.python.syntax.Expression;
import org.archirender.python.syntax.ExpressionParser;
import org.archirender.python.syntax.Token;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.UnaryOperator;

/** The expression grammar of Jinja 3, inside one tag. */
final class TagParser extends ExpressionParser {
    private final List<Expression> required = new ArrayList<>();

    TagParser(List<Token> tokens) {
        super(tokens);
    }

    /** Filters and tests outside conditional expressions: their names have to exist even if they are never evaluated. */
    List<Expression> required() {
        return required;
    }

    @Override
    public Expression expression() {
        int before = required.size();
        Expression expression = super.expression();
        if (expression instanceof Expression.Conditional) {
            required.subList(before, required.size()).clear();
        }
        return expression;
    }

    /** {@code a, b}: a tuple without brackets, or a single expression. */
    Expression tuple(boolean conditional) {
        Token start = current();
        List<Expression> items = new ArrayList<>();
        boolean comma = false;
        while (!endsTuple()) {
            items.add(conditional ? expression() : or());
            if (!takeOperator(",")) {
                break;
            }
            comma = true;
        }
        if (items.isEmpty()) {
            throw unexpected(start, "an expression");
        }
        return comma ? new Expression.Display(Expression.Display.Kind.TUPLE, items, start.offset()) : items.get(0);
    }

    /** What {@code inside} reads behind an open bracket, one level deeper, and the bracket that closes it. */
    <T> T inBrackets(Supplier<T> inside) {
        enter();
        T found = inside.get();
        leave();
        expect(")");
        return found;
    }

    private boolean endsTuple() {
        return current().kind() == Token.Kind.END
                || current().isOperator(")")
                || current().isName("recursive");
    }

    @Override
    protected Optional<Expression> withoutElse() {
        return Optional.empty();
    }

    @Override
    protected boolean allowsEmptySubscript() {
        return true;
    }

    @Override
    protected boolean hasSets() {
        return false;
    }

    @Override
    protected Optional<Operator> comparisonOperator() {
        if (takeName("in")) {
            return Optional.of(Operator.IN);
        }
        if (current().isName("not") && peek().isName("in")) {
            next();
            next();
            return Optional.of(Operator.NOT_IN);
        }
        return symbolicComparison();
    }

    @Override
    protected Expression arithmetic() {
        return leftToRight(this::concat, Operator.ADD, Operator.SUBTRACT);
    }

    private Expression concat() {
        Expression first = term();
        if (!current().isOperator("~")) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (takeOperator("~")) {
            parts.add(term());
        }
        return new Expression.Concat(parts, first.offset());
    }

    private Expression term() {
        return leftToRight(this::power, Operator.MULTIPLY, Operator.DIVIDE, Operator.FLOOR_DIVIDE, Operator.MODULO);
    }

    /** From the left, where Python takes powers from the right. */
    private Expression power() {
        return leftToRight(() -> unary(true), Operator.POWER);
    }

    private Expression unary(boolean filters) {
        Token token = current();
        Expression node;
        if (takeOperator("-")) {
            node = signed(UnaryOperator.MINUS, token);
        } else if (takeOperator("+")) {
            node = signed(UnaryOperator.PLUS, token);
        } else {
            node = primary();
        }
        node = postfix(node);
        return filters ? filters(node) : node;
    }

    private Expression signed(UnaryOperator operator, Token token) {
        enter();
        Expression operand = unary(false);
        leave();
        return new Expression.Unary(operator, operand, token.offset());
    }

    private Expression primary() {
        Token token = current();
        switch (token.kind()) {
            case STRING -> {
                return strings();
            }
            case NUMBER -> {
                return new Expression.Constant(next().value(), token.offset());
            }
            case NAME -> {
                return name(next());
            }
            case OPERATOR -> {
                return bracketed(next());
            }
            case END -> throw unexpected(token, "an expression");
        }
        throw unexpected(token, "an expression");
    }

    private static Expression name(Token token) {
        return switch (token.text()) {
            case "true", "True" -> new Expression.Constant(PyBool.TRUE, token.offset());
            case "false", "False" -> new Expression.Constant(PyBool.FALSE, token.offset());
            case "none", "None" -> new Expression.Constant(PyNone.NONE, token.offset());
            default -> new Expression.Name(token.text(), token.offset());
        };
    }

    private Expression bracketed(Token token) {
        switch (token.text()) {
            case "(" -> {
                if (takeOperator(")")) {
                    return new Expression.Display(Expression.Display.Kind.TUPLE, List.of(), token.offset());
                }
                Expression inside = tuple(true);
                expect(")");
                return inside;
            }
            case "[" -> {
                return list(token.offset());
            }
            case "{" -> {
                return dictOrSet(token.offset());
            }
            default -> throw unexpected(token, "an expression");
        }
    }

    @Override
    protected Expression attribute(Expression object, int offset) {
        Token index = current();
        if (index.kind() == Token.Kind.NUMBER && index.text().indexOf('.') < 0) {
            next();
            return new Expression.Item(object, new Expression.Constant(index.value(), index.offset()), offset);
        }
        return super.attribute(object, offset);
    }

    private Expression filters(Expression node) {
        Expression result = node;
        while (true) {
            Token token = current();
            if (takeOperator("|")) {
                result = filter(result);
            } else if (takeName("is")) {
                result = test(result, token);
            } else if (token.isOperator("(")) {
                result = new Expression.Call(result, arguments(), token.offset());
            } else {
                return result;
            }
        }
    }

    /** What stands after a pipe, applied to {@code input}. */
    Expression filter(Expression input) {
        Token token = current();
        String name = dottedName();
        List<Expression.Argument> arguments = current().isOperator("(") ? arguments() : List.of();
        Expression filter = new Expression.Filter(input, name, arguments, token.offset());
        required.add(filter);
        return filter;
    }

    private String dottedName() {
        StringBuilder name = new StringBuilder(expectName().text());
        while (takeOperator(".")) {
            name.append('.').append(expectName().text());
        }
        return name.toString();
    }

    Token expectName() {
        Token name = next();
        if (name.kind() != Token.Kind.NAME) {
            throw unexpected(name, "a name");
        }
        return name;
    }

    private Expression test(Expression input, Token is) {
        boolean negated = takeName("not");
        String name = dottedName();
        List<Expression.Argument> arguments = List.of();
        if (current().isOperator("(")) {
            arguments = arguments();
        } else if (startsTestArgument()) {
            if (current().isName("is")) {
                throw new PythonException(
                        PythonError.SYNTAX,
                        "one test after the other with 'is'",
                        current().offset());
            }
            Expression argument = postfix(primary());
            arguments = List.of(new Expression.Argument(Expression.Argument.Style.POSITIONAL, "", argument));
        }
        Expression test = new Expression.Test(input, name, arguments, is.offset());
        required.add(test);
        return negated ? new Expression.Not(test, is.offset()) : test;
    }

    private boolean startsTestArgument() {
        Token token = current();
        return switch (token.kind()) {
            case NAME -> !token.isName("else") && !token.isName("or") && !token.isName("and");
            case NUMBER, STRING -> true;
            case OPERATOR -> token.isOperator("[") || token.isOperator("{");
            case END -> false;
        };
    }
}
