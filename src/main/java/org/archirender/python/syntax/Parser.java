package org.archirender.python.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.archirender.python.syntax.Expression.Display.Kind;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyFunction;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.UnaryOperator;

/** Python's own expression grammar, as {@code eval} takes it, without comprehensions, lambda, await and f-strings. */
public final class Parser extends ExpressionParser {
    private static final Set<String> KEYWORDS = new HashSet<>(Arrays.asList(
            ("and as assert async await break class continue def del elif else except finally for from global if import in"
                            + " is lambda nonlocal not or pass raise return try while with yield")
                    .split(" ")));

    private final Map<PyValue, PyValue> literals = new HashMap<>();

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
        Expression expression = parser.tuple();
        parser.expectEnd();
        return expression;
    }

    /** Equal literals of one expression are one object to Python's {@code is}. */
    private PyValue shared(PyValue literal) {
        PyValue known = literals.putIfAbsent(literal, literal);
        return known == null ? literal : known;
    }

    private Expression tuple() {
        Expression first = expression();
        if (!current().isOperator(",")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (takeOperator(",") && !endsTuple()) {
            items.add(expression());
        }
        return new Expression.Display(Kind.TUPLE, items, first.offset());
    }

    private boolean endsTuple() {
        return current().kind() == Token.Kind.END || current().isOperator(")");
    }

    @Override
    protected Optional<Expression> withoutElse() {
        throw unexpected(current(), "'else'");
    }

    @Override
    protected boolean allowsEmptySubscript() {
        return false;
    }

    @Override
    protected boolean hasSets() {
        return true;
    }

    @Override
    protected Optional<Operator> comparisonOperator() {
        if (current().isName("not") && peek().isName("in")) {
            next();
            next();
            return Optional.of(Operator.NOT_IN);
        }
        if (takeName("in")) {
            return Optional.of(Operator.IN);
        }
        if (takeName("is")) {
            return Optional.of(takeName("not") ? Operator.IS_NOT : Operator.IS);
        }
        return symbolicComparison();
    }

    @Override
    protected Expression arithmetic() {
        return leftToRight(this::xor, Operator.OR);
    }

    private Expression xor() {
        return leftToRight(this::bitwiseAnd, Operator.XOR);
    }

    private Expression bitwiseAnd() {
        return leftToRight(this::shift, Operator.AND);
    }

    private Expression shift() {
        return leftToRight(this::sum, Operator.SHIFT_LEFT, Operator.SHIFT_RIGHT);
    }

    private Expression sum() {
        return leftToRight(this::term, Operator.ADD, Operator.SUBTRACT);
    }

    private Expression term() {
        return leftToRight(
                this::factor,
                Operator.MULTIPLY,
                Operator.DIVIDE,
                Operator.FLOOR_DIVIDE,
                Operator.MODULO,
                Operator.MATRIX_MULTIPLY);
    }

    private Expression factor() {
        for (UnaryOperator operator : UnaryOperator.values()) {
            int offset = current().offset();
            if (takeOperator(operator.symbol())) {
                enter();
                Expression operand = factor();
                leave();
                return new Expression.Unary(operator, operand, offset);
            }
        }
        return power();
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
        switch (token.kind()) {
            case STRING -> {
                Expression.Constant text = strings();
                return new Expression.Constant(shared(text.value()), text.offset());
            }
            case NUMBER -> {
                return new Expression.Constant(shared(next().value()), token.offset());
            }
            case NAME -> {
                return name(next());
            }
            case OPERATOR -> {
                return bracketed(next());
            }
            case END -> throw unexpected(token, "a value");
        }
        throw unexpected(token, "a value");
    }

    private Expression name(Token token) {
        return switch (token.text()) {
            case "True" -> new Expression.Constant(PyBool.TRUE, token.offset());
            case "False" -> new Expression.Constant(PyBool.FALSE, token.offset());
            case "None" -> new Expression.Constant(PyNone.NONE, token.offset());
            case "lambda", "await" ->
                throw new PythonException(PythonError.UNSUPPORTED, token.text() + " expressions", token.offset());
            default -> {
                if (KEYWORDS.contains(token.text())) {
                    throw unexpected(token, "a value");
                }
                yield new Expression.Name(token.text(), token.offset());
            }
        };
    }

    private Expression bracketed(Token token) {
        return switch (token.text()) {
            case "(" -> parenthesized(token.offset());
            case "[" -> list(token.offset());
            case "{" -> dictOrSet(token.offset());
            case "..." -> new Expression.Constant(PyFunction.ELLIPSIS, token.offset());
            default -> throw unexpected(token, "a value");
        };
    }

    private Expression parenthesized(int offset) {
        if (takeOperator(")")) {
            return new Expression.Display(Kind.TUPLE, List.of(), offset);
        }
        Expression inside = tuple();
        if (current().isName("for")) {
            throw new PythonException(
                    PythonError.UNSUPPORTED, "a comprehension", current().offset());
        }
        expect(")");
        return inside;
    }
}
