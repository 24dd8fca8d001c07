package org.archirender.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.python.syntax.Expression.Argument;
import org.archirender.python.value.Limits;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PythonException;

/** What the grammars of Python and of templates have in common: everything but arithmetic and primaries. */
public abstract class ExpressionParser {
    /** Operators that Python has, or has in more places, and no recipe uses. */
    private static final List<String> UNSUPPORTED = List.of("^", "<<", ">>", "@", "~", ":=", ".", "+", "*", "**");

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

    /** What a condition without {@code else} gives otherwise: an error where the grammar has none such. */
    protected abstract Expression withoutElse();

    /** {@code a if b else c}, or less. */
    public Expression expression() {
        enter();
        Expression then = or();
        while (takeName("if")) {
            Expression test = or();
            Expression otherwise = takeName("else") ? expression() : withoutElse();
            then = new Expression.Conditional(then, test, otherwise, then.offset());
        }
        leave();
        return then;
    }

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
        List<Expression.Operand> operands = new ArrayList<>();
        for (Optional<Operator> operator = comparisonOperator();
                operator.isPresent();
                operator = comparisonOperator()) {
            operands.add(new Expression.Operand(operator.get(), arithmetic()));
        }
        return operands.isEmpty() ? first : new Expression.Comparison(first, operands, first.offset());
    }

    /** The comparison that the current words stand for; they are taken. */
    protected Optional<Operator> takeComparison() {
        if (current().isName("not") && peek().isName("in")) {
            next();
            next();
            return Optional.of(Operator.NOT_IN);
        }
        if (takeName("in")) {
            return Optional.of(Operator.IN);
        }
        return takeOperator(List.of(
                Operator.EQUAL,
                Operator.NOT_EQUAL,
                Operator.LESS,
                Operator.LESS_OR_EQUAL,
                Operator.GREATER,
                Operator.GREATER_OR_EQUAL));
    }

    private Optional<Operator> takeOperator(List<Operator> operators) {
        Optional<Operator> found = current().kind() == Token.Kind.OPERATOR
                ? operators.stream()
                        .filter(operator -> operator.symbol().equals(current().text()))
                        .findFirst()
                : Optional.empty();
        found.ifPresent(taken -> next());
        return found;
    }

    /** {@code operand (operator operand)*}, from the left. */
    protected Expression leftToRight(Rule operand, Operator... operators) {
        Expression left = operand.parse();
        while (true) {
            int offset = current().offset();
            Optional<Operator> operator = takeOperator(List.of(operators));
            if (operator.isEmpty()) {
                return left;
            }
            left = new Expression.Binary(operator.get(), left, operand.parse(), offset);
        }
    }

    /** Attributes, subscripts and calls after {@code node}. */
    protected Expression postfix(Expression node) {
        Expression result = node;
        while (true) {
            int offset = current().offset();
            if (takeOperator(".")) {
                result = attribute(result, offset);
            } else if (takeOperator("[")) {
                result = subscript(result, offset);
            } else if (current().isOperator("(")) {
                result = new Expression.Call(result, arguments(), offset);
            } else {
                return result;
            }
        }
    }

    /** What follows a dot, which is taken. */
    protected Expression attribute(Expression object, int offset) {
        return new Expression.Attribute(object, expectName().text(), offset);
    }

    private Expression subscript(Expression object, int offset) {
        boolean isEmpty = current().isOperator("]");
        Expression start = sliceBound();
        boolean slices = takeOperator(":");
        Expression stop = slices ? sliceBound() : start;
        if (current().isOperator(",") || current().isOperator(":")) {
            String feature = current().isOperator(",") ? "several values in a subscript" : "a slice with a step";
            throw PythonException.unsupported(feature).at(current().offset());
        }
        expect("]");
        if (isEmpty) {
            throw PythonException.unsupported("an empty subscript").at(offset);
        }
        return slices ? new Expression.Slice(object, start, stop, offset) : new Expression.Item(object, start, offset);
    }

    private Expression sliceBound() {
        Token token = current();
        boolean none = token.isOperator(":") || token.isOperator("]");
        return none ? new Expression.Constant(PyNone.NONE, token.offset()) : expression();
    }

    /** {@code (a, name=b)}, brackets and all. */
    protected List<Argument> arguments() {
        expect("(");
        List<Argument> arguments = new ArrayList<>();
        boolean named = false;
        while (!current().isOperator(")")) {
            if (current().isOperator("*") || current().isOperator("**")) {
                throw PythonException.unsupported("arguments with a star")
                        .at(current().offset());
            }
            int offset = current().offset();
            Argument argument = argument();
            if (named && argument.name().isEmpty()) {
                throw PythonException.syntax("a positional argument after a named one")
                        .at(offset);
            }
            named = argument.name().isPresent();
            arguments.add(argument);
            refuseComprehension();
            if (!takeOperator(",")) {
                break;
            }
        }
        expect(")");
        return arguments;
    }

    private Argument argument() {
        if (current().kind() == Token.Kind.NAME && peek().isOperator("=")) {
            String name = next().text();
            next();
            return new Argument(Optional.of(name), expression());
        }
        return new Argument(Optional.empty(), expression());
    }

    /** What stands in brackets after the opening one: a tuple or one value, a list, a dict. */
    protected Expression bracketed(Token opening) {
        return switch (opening.text()) {
            case "(" -> {
                if (takeOperator(")")) {
                    yield new Expression.Display(false, List.of(), opening.offset());
                }
                Expression inside = inParentheses();
                refuseComprehension();
                expect(")");
                yield inside;
            }
            case "[" -> new Expression.Display(true, itemsUntil("]"), opening.offset());
            case "{" -> dict(opening.offset());
            default -> throw unexpected(opening, "a value");
        };
    }

    /** An expression, or several with commas between. */
    protected abstract Expression inParentheses();

    private List<Expression> itemsUntil(String closing) {
        List<Expression> items = new ArrayList<>();
        while (!current().isOperator(closing)) {
            items.add(expression());
            refuseComprehension();
            if (!takeOperator(",")) {
                break;
            }
        }
        expect(closing);
        return items;
    }

    private void refuseComprehension() {
        if (current().isName("for")) {
            throw PythonException.unsupported("a comprehension").at(current().offset());
        }
    }

    private Expression dict(int offset) {
        List<Expression.Pair> pairs = new ArrayList<>();
        while (!current().isOperator("}")) {
            Expression key = expression();
            refuseComprehension();
            if (pairs.isEmpty() && (current().isOperator(",") || current().isOperator("}"))) {
                takeOperator(",");
                itemsUntil("}");
                return new Expression.Unsupported("a set", offset);
            }
            expect(":");
            pairs.add(new Expression.Pair(key, expression()));
            refuseComprehension();
            if (!takeOperator(",")) {
                break;
            }
        }
        expect("}");
        return new Expression.DictDisplay(pairs, offset);
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

    /** Takes a name, which must come next. */
    public Token expectName() {
        Token name = next();
        if (name.kind() != Token.Kind.NAME) {
            throw unexpected(name, "a name");
        }
        return name;
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
            throw PythonException.limit("nested more than " + Limits.SYNTAX_DEPTH + " deep")
                    .at(current().offset());
        }
    }

    /** Back from {@link #enter}. */
    protected void leave() {
        depth--;
    }

    /** A syntax error: {@code token} stands where {@code wanted} should. */
    public PythonException unexpected(Token token, String wanted) {
        boolean operator = token.kind() == Token.Kind.OPERATOR && UNSUPPORTED.contains(token.text());
        return (operator
                        ? PythonException.unsupported("the operator " + token.described() + " here")
                        : PythonException.syntax("unexpected " + token.described() + " instead of " + wanted))
                .at(token.offset());
    }
}
