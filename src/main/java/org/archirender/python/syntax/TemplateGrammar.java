package org.archirender.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/** The expression grammar of Jinja 3, which minijinja has, too: filters, tests, and sums of Python's without its bits. */
public class TemplateGrammar extends ExpressionParser {
    private final Vocabulary filters;
    private final Vocabulary tests;
    private final PyValue withoutElse;
    private final List<Vocabulary.Use> uses = new ArrayList<>();

    /** @param withoutElse what a condition without {@code else} gives otherwise */
    public TemplateGrammar(List<Token> tokens, Vocabulary filters, Vocabulary tests, PyValue withoutElse) {
        super(tokens);
        this.filters = filters;
        this.tests = tests;
        this.withoutElse = withoutElse;
    }

    /** The one expression that there is. */
    public Expression whole() {
        Expression expression = expression();
        expectEnd();
        return expression;
    }

    /**
     * Refuses filters and tests that the language lacks. Their names have to exist even if they are never evaluated, but
     * for those inside conditional expressions.
     */
    public void checkNames() {
        uses.forEach(Vocabulary.Use::check);
    }

    @Override
    public Expression expression() {
        int before = uses.size();
        Expression expression = super.expression();
        if (expression instanceof Expression.Conditional) {
            uses.subList(before, uses.size()).clear();
        }
        return expression;
    }

    /** {@code a, b}: a tuple without brackets, or a single expression. */
    @Override
    public Expression inParentheses() {
        return tuple(this::expression);
    }

    /** As {@link #inParentheses}, of {@code item}. */
    protected Expression tuple(Rule item) {
        Token start = current();
        List<Expression> items = new ArrayList<>();
        boolean comma = false;
        while (!endsTuple()) {
            items.add(item.parse());
            if (!takeOperator(",")) {
                break;
            }
            comma = true;
        }
        if (items.isEmpty()) {
            throw unexpected(start, "an expression");
        }
        return comma ? new Expression.Display(false, items, start.offset()) : items.get(0);
    }

    private boolean endsTuple() {
        return current().kind() == Token.Kind.END
                || current().isOperator(")")
                || current().isName("recursive");
    }

    @Override
    protected Expression withoutElse() {
        return new Expression.Constant(withoutElse, current().offset());
    }

    @Override
    protected Optional<Operator> comparisonOperator() {
        return takeComparison();
    }

    @Override
    protected Expression arithmetic() {
        return leftToRight(this::concat, Operator.ADD, Operator.SUBTRACT);
    }

    private Expression concat() {
        return leftToRight(this::term, Operator.CONCAT);
    }

    private Expression term() {
        return leftToRight(this::power, Operator.MULTIPLY, Operator.DIVIDE, Operator.FLOOR_DIVIDE, Operator.MODULO);
    }

    /** From the left, where Python takes powers from the right. */
    private Expression power() {
        return leftToRight(() -> filtered(unary()), Operator.POWER);
    }

    private Expression unary() {
        Token token = current();
        if (!takeOperator("-")) {
            return postfix(primary());
        }
        enter();
        Expression operand = unary();
        leave();
        return postfix(new Expression.Negation(operand, token.offset()));
    }

    private Expression primary() {
        Token token = current();
        return switch (token.kind()) {
            case STRING -> strings();
            case NUMBER -> new Expression.Constant(next().value(), token.offset());
            case NAME -> word(next());
            case OPERATOR -> bracketed(next());
            case END -> throw unexpected(token, "an expression");
        };
    }

    private Expression word(Token token) {
        return switch (token.text()) {
            case "true", "True" -> new Expression.Constant(PyBool.TRUE, token.offset());
            case "false", "False" -> new Expression.Constant(PyBool.FALSE, token.offset());
            case "none", "None" -> new Expression.Constant(PyNone.NONE, token.offset());
            default -> name(token);
        };
    }

    /** A name that is no constant. */
    protected Expression name(Token token) {
        return new Expression.Name(token.text(), token.offset());
    }

    /** A number after a dot is an item: {@code a.0}. */
    @Override
    protected Expression attribute(Expression object, int offset) {
        Token index = current();
        if (index.kind() == Token.Kind.NUMBER && index.text().indexOf('.') < 0) {
            next();
            return new Expression.Item(object, new Expression.Constant(index.value(), index.offset()), offset);
        }
        return super.attribute(object, offset);
    }

    private Expression filtered(Expression node) {
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

    private Expression filter(Expression input) {
        Token name = expectName();
        List<Expression.Argument> arguments = current().isOperator("(") ? arguments() : List.of();
        return used(new Vocabulary.Use(filters, input, name.text(), arguments, name.offset()));
    }

    private Expression used(Vocabulary.Use use) {
        uses.add(use);
        return use;
    }

    private Expression test(Expression input, Token is) {
        boolean negated = takeName("not");
        String name = expectName().text();
        List<Expression.Argument> arguments = List.of();
        if (current().isOperator("(")) {
            arguments = arguments();
        } else if (startsTestArgument()) {
            if (current().isName("is")) {
                throw PythonException.syntax("one test after the other with 'is'")
                        .at(current().offset());
            }
            arguments = List.of(new Expression.Argument(Optional.empty(), postfix(primary())));
        }
        Expression test = used(new Vocabulary.Use(tests, input, name, arguments, is.offset()));
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
