package org.archirender.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.python.syntax.Expression.Argument;
import org.archirender.python.syntax.Expression.Argument.Style;
import org.archirender.python.syntax.Expression.Display.Kind;
import org.archirender.python.value.Limits;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;

/** What the grammars of Python and of templates have in common: everything but arithmetic and primaries. */
public abstract class ExpressionParser {
    /** One level of a grammar. */
    @FunctionalInterface
    protected interface Rule {
        Expression parse();
    }

    private final List<Token> tokens;
    private int position;
    private int depth;

    protected ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Sums, and all that binds closer. */
    protected abstract Expression arithmetic();

    /** What a comparison at the current word compares with, after taking its words. */
    protected abstract Optional<Operator> comparisonOperator();

    /** Whether {@code a[]} is {@code a[()]}. */
    protected abstract boolean allowsEmptySubscript();

    /** Whether {@code {a, b}} is a set. */
    protected abstract boolean hasSets();

    /** {@code a if b else c}, or less. */
    public Expression expression() {
        enter();
        Expression then = or();
        while (takeName("if")) {
            Expression test = or();
            Optional<Expression> otherwise = takeName("else") ? Optional.of(expression()) : withoutElse();
            then = new Expression.Conditional(then, test, otherwise, then.offset());
        }
        leave();
        return then;
    }

    /** A condition without {@code else}: absent where the grammar has it, else an error. */
    protected abstract Optional<Expression> withoutElse();

    /** {@code a or b}, or less. */
    public Expression or() {
        return logic("or", this::and);
    }

    private Expression and() {
        return logic("and", this::not);
    }

    private Expression logic(String word, Rule operand) {
        Expression first = operand.parse();
        if (!current().isName(word)) {
            return first;
        }
        List<Expression> operands = new ArrayList<>(List.of(first));
        while (takeName(word)) {
            operands.add(operand.parse());
        }
        return new Expression.Logic(word.equals("and"), operands, first.offset());
    }

    private Expression not() {
        Token token = current();
        if (!takeName("not")) {
            return comparison();
        }
        enter();
        Expression operand = not();
        leave();
        return new Expression.Not(operand, token.offset());
    }

    private Expression comparison() {
        Expression first = arithmetic();
        Optional<Operator> operator = comparisonOperator();
        if (operator.isEmpty()) {
            return first;
        }
        List<Expression.Operand> operands = new ArrayList<>();
        while (operator.isPresent()) {
            operands.add(new Expression.Operand(operator.get(), arithmetic()));
            operator = comparisonOperator();
        }
        return new Expression.Comparison(first, operands, first.offset());
    }

    /** The comparison that the current operator token stands for; its word is taken. */
    protected Optional<Operator> symbolicComparison() {
        Token token = current();
        if (token.kind() != Token.Kind.OPERATOR) {
            return Optional.empty();
        }
        Operator operator = switch (token.text()) {
            case "==" -> Operator.EQUAL;
            case "!=" -> Operator.NOT_EQUAL;
            case "<" -> Operator.LESS;
            case "<=" -> Operator.LESS_OR_EQUAL;
            case ">" -> Operator.GREATER;
            case ">=" -> Operator.GREATER_OR_EQUAL;
            default -> Operator.ADD;
        };
        if (operator == Operator.ADD) {
            return Optional.empty();
        }
        next();
        return Optional.of(operator);
    }

    /** {@code operand (operator operand)*}, from the left. */
    protected Expression leftToRight(Rule operand, Operator... operators) {
        Expression left = operand.parse();
        while (true) {
            Operator found = null;
            if (current().kind() == Token.Kind.OPERATOR) {
                for (Operator operator : operators) {
                    if (current().text().equals(operator.symbol())) {
                        found = operator;
                    }
                }
            }
            if (found == null) {
                return left;
            }
            int offset = next().offset();
            left = new Expression.Binary(found, left, operand.parse(), offset);
        }
    }

    /** Attributes, subscripts and calls after {@code node}. */
    protected Expression postfix(Expression node) {
        Expression result = node;
        while (current().kind() == Token.Kind.OPERATOR) {
            int offset = current().offset();
            if (takeOperator(".")) {
                result = attribute(result, offset);
            } else if (takeOperator("[")) {
                result = new Expression.Item(result, subscript(), offset);
            } else if (current().isOperator("(")) {
                result = new Expression.Call(result, arguments(), offset);
            } else {
                break;
            }
        }
        return result;
    }

    /** What follows a dot, which is taken. */
    protected Expression attribute(Expression object, int offset) {
        Token name = next();
        if (name.kind() != Token.Kind.NAME) {
            throw unexpected(name, "a name");
        }
        return new Expression.Attribute(object, name.text(), offset);
    }

    private Expression subscript() {
        int offset = current().offset();
        if (allowsEmptySubscript() && takeOperator("]")) {
            return new Expression.Display(Kind.TUPLE, List.of(), offset);
        }
        List<Expression> parts = new ArrayList<>(List.of(subscriptPart()));
        while (takeOperator(",")) {
            parts.add(subscriptPart());
        }
        expect("]");
        return parts.size() == 1 ? parts.get(0) : new Expression.Display(Kind.TUPLE, parts, offset);
    }

    private Expression subscriptPart() {
        int offset = current().offset();
        Optional<Expression> start = current().isOperator(":") ? Optional.empty() : Optional.of(expression());
        if (!takeOperator(":")) {
            return start.orElseThrow();
        }
        Optional<Expression> stop = sliceBound();
        Optional<Expression> step = takeOperator(":") ? sliceBound() : Optional.empty();
        return new Expression.Slice(start, stop, step, offset);
    }

    private Optional<Expression> sliceBound() {
        Token token = current();
        boolean none = token.isOperator(":") || token.isOperator("]") || token.isOperator(",");
        return none ? Optional.empty() : Optional.of(expression());
    }

    /** {@code (a, name=b, *c, **d)}, brackets and all. */
    protected List<Argument> arguments() {
        expect("(");
        List<Argument> arguments = new ArrayList<>();
        Style last = Style.POSITIONAL;
        while (!current().isOperator(")")) {
            Argument argument = argument();
            boolean spreads = argument.style() == Style.SPREAD || argument.style() == Style.SPREAD_NAMED;
            if (argument.style().compareTo(last) < 0 || (spreads && argument.style() == last)) {
                throw error(
                        "an argument after '**' or a positional one after a named one",
                        argument.value().offset());
            }
            last = argument.style();
            arguments.add(argument);
            if (!takeOperator(",")) {
                break;
            }
        }
        expect(")");
        return arguments;
    }

    private Argument argument() {
        if (takeOperator("*")) {
            return new Argument(Style.SPREAD, "", expression());
        }
        if (takeOperator("**")) {
            return new Argument(Style.SPREAD_NAMED, "", expression());
        }
        if (current().kind() == Token.Kind.NAME && peek().isOperator("=")) {
            String name = next().text();
            next();
            return new Argument(Style.NAMED, name, expression());
        }
        return new Argument(Style.POSITIONAL, "", expression());
    }

    /** {@code [a, b]} after its opening bracket. */
    protected Expression list(int offset) {
        List<Expression> items = itemsUntil("]");
        return new Expression.Display(Kind.LIST, items, offset);
    }

    private List<Expression> itemsUntil(String closing) {
        List<Expression> items = new ArrayList<>();
        while (!current().isOperator(closing)) {
            items.add(expression());
            if (!takeOperator(",")) {
                break;
            }
        }
        expect(closing);
        return items;
    }

    /** {@code {a: b}}, or a set where there are sets, after its opening bracket. */
    protected Expression dictOrSet(int offset) {
        if (takeOperator("}")) {
            return new Expression.DictDisplay(List.of(), offset);
        }
        Expression key = expression();
        if (hasSets() && !current().isOperator(":")) {
            List<Expression> items = new ArrayList<>(List.of(key));
            if (takeOperator(",")) {
                items.addAll(itemsUntil("}"));
            } else {
                expect("}");
            }
            return new Expression.Display(Kind.SET, items, offset);
        }
        List<Expression.Pair> pairs = new ArrayList<>();
        pairs.add(pair(key));
        while (takeOperator(",") && !current().isOperator("}")) {
            pairs.add(pair(expression()));
        }
        expect("}");
        return new Expression.DictDisplay(pairs, offset);
    }

    private Expression.Pair pair(Expression key) {
        expect(":");
        return new Expression.Pair(key, expression());
    }

    /** Adjacent string literals, joined. */
    protected Expression.Constant strings() {
        Token first = next();
        if (current().kind() != Token.Kind.STRING) {
            return new Expression.Constant(first.value(), first.offset());
        }
        StringBuilder text = new StringBuilder(first.value().str());
        while (current().kind() == Token.Kind.STRING) {
            text.append(next().value().str());
        }
        return new Expression.Constant(new PyStr(text.toString()), first.offset());
    }

    /** The word that comes next. */
    public Token current() {
        return tokens.get(position);
    }

    /** The word after the next one. */
    protected Token peek() {
        return tokens.get(Math.min(position + 1, tokens.size() - 1));
    }

    /** Takes the next word; the END is never passed. */
    public Token next() {
        Token token = tokens.get(position);
        if (position < tokens.size() - 1) {
            position++;
        }
        return token;
    }

    /** Takes the operator {@code symbol} if it comes next. */
    public boolean takeOperator(String symbol) {
        if (current().isOperator(symbol)) {
            next();
            return true;
        }
        return false;
    }

    /** Takes the name or keyword {@code name} if it comes next. */
    public boolean takeName(String name) {
        if (current().isName(name)) {
            next();
            return true;
        }
        return false;
    }

    /** Takes the operator {@code symbol}, which must come next. */
    public void expect(String symbol) {
        if (!takeOperator(symbol)) {
            throw unexpected(current(), "'" + symbol + "'");
        }
    }

    /** The END, which must come next. */
    public Token expectEnd() {
        if (current().kind() != Token.Kind.END) {
            throw unexpected(current(), "the end of the expression");
        }
        return current();
    }

    /** Goes one level deeper into brackets or prefixes. */
    protected void enter() {
        if (++depth > Limits.SYNTAX_DEPTH) {
            throw new PythonException(
                    PythonError.LIMIT,
                    "nested more than " + Limits.SYNTAX_DEPTH + " deep",
                    current().offset());
        }
    }

    /** Back from {@link #enter}. */
    protected void leave() {
        depth--;
    }

    /** A syntax error: {@code token} stands where {@code wanted} should. */
    public PythonException unexpected(Token token, String wanted) {
        return error("unexpected " + token.described() + " instead of " + wanted, token.offset());
    }

    protected static PythonException error(String message, int offset) {
        return new PythonException(PythonError.SYNTAX, message, offset);
    }
}
