package org.archirender.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that an expression reads. */
public final class Names implements Expression.Visitor<List<String>> {
    private final List<String> names = new ArrayList<>();

    private Names() {}

    /** Every name in {@code expression}, in the order of reading, as often as it stands there. */
    public static List<String> in(Expression expression) {
        return expression.accept(new Names());
    }

    private List<String> all(List<? extends Expression> parts) {
        parts.forEach(part -> part.accept(this));
        return names;
    }

    private List<String> arguments(Expression first, List<Expression.Argument> arguments) {
        first.accept(this);
        arguments.forEach(argument -> argument.value().accept(this));
        return names;
    }

    private void optional(Optional<Expression> part) {
        part.ifPresent(expression -> expression.accept(this));
    }

    @Override
    public List<String> constant(Expression.Constant node) {
        return names;
    }

    @Override
    public List<String> name(Expression.Name node) {
        names.add(node.name());
        return names;
    }

    @Override
    public List<String> unary(Expression.Unary node) {
        return node.operand().accept(this);
    }

    @Override
    public List<String> binary(Expression.Binary node) {
        return all(List.of(node.left(), node.right()));
    }

    @Override
    public List<String> comparison(Expression.Comparison node) {
        node.first().accept(this);
        node.operands().forEach(operand -> operand.right().accept(this));
        return names;
    }

    @Override
    public List<String> logic(Expression.Logic node) {
        return all(node.operands());
    }

    @Override
    public List<String> not(Expression.Not node) {
        return node.operand().accept(this);
    }

    @Override
    public List<String> conditional(Expression.Conditional node) {
        all(List.of(node.test(), node.then()));
        optional(node.otherwise());
        return names;
    }

    @Override
    public List<String> attribute(Expression.Attribute node) {
        return node.object().accept(this);
    }

    @Override
    public List<String> item(Expression.Item node) {
        return all(List.of(node.object(), node.index()));
    }

    @Override
    public List<String> slice(Expression.Slice node) {
        optional(node.start());
        optional(node.stop());
        optional(node.step());
        return names;
    }

    @Override
    public List<String> call(Expression.Call node) {
        return arguments(node.function(), node.arguments());
    }

    @Override
    public List<String> display(Expression.Display node) {
        return all(node.items());
    }

    @Override
    public List<String> dictDisplay(Expression.DictDisplay node) {
        node.pairs().forEach(pair -> all(List.of(pair.key(), pair.value())));
        return names;
    }

    @Override
    public List<String> concat(Expression.Concat node) {
        return all(node.parts());
    }

    @Override
    public List<String> filter(Expression.Filter node) {
        return arguments(node.input(), node.arguments());
    }

    @Override
    public List<String> test(Expression.Test node) {
        return arguments(node.input(), node.arguments());
    }
}
