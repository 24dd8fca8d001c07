package org.archirender.python.syntax;

import java.util.List;
import java.util.Optional;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyValue;

/**
 * A parsed expression: a value that may be kept, shared and evaluated many times. Every node knows its offset in UTF-16
 * units in the text that it was parsed from. A tree may be as deep as its text is long: only the evaluator bounds it.
 */
public sealed interface Expression {
    int offset();

    <R> R accept(Visitor<R> visitor);

    /** What to do with each kind of node. */
    interface Visitor<R> {
        R constant(Constant node);

        R name(Name node);

        R negation(Negation node);

        R binary(Binary node);

        R comparison(Comparison node);

        R logic(Logic node);

        R not(Not node);

        R conditional(Conditional node);

        R attribute(Attribute node);

        R item(Item node);

        R slice(Slice node);

        R call(Call node);

        R display(Display node);

        R dictDisplay(DictDisplay node);

        R concat(Concat node);

        R filter(Filter node);

        R test(Test node);

        R unsupported(Unsupported node);
    }

    /** A literal. */
    record Constant(PyValue value, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** A name to look up. */
    record Name(String name, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.name(this);
        }
    }

    /** {@code -x}. */
    record Negation(Expression operand, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.negation(this);
        }
    }

    /** {@code a + b} and its like. */
    record Binary(Operator operator, Expression left, Expression right, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** {@code a < b <= c}: each operand is evaluated once, from the left, until one comparison is false. */
    record Comparison(Expression first, List<Operand> operands, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comparison(this);
        }
    }

    /** One {@code op b} of a comparison. */
    record Operand(Operator operator, Expression right) {}

    /** {@code a and b and c}, or the same with {@code or}. */
    record Logic(boolean and, List<Expression> operands, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.logic(this);
        }
    }

    /** {@code not x}. */
    record Not(Expression operand, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** {@code a if test else b}; only templates may leave out {@code else}. */
    record Conditional(Expression then, Expression test, Optional<Expression> otherwise, int offset)
            implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.conditional(this);
        }
    }

    /** {@code object.name}. */
    record Attribute(Expression object, String name, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.attribute(this);
        }
    }

    /** {@code object[index]}. */
    record Item(Expression object, Expression index, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.item(this);
        }
    }

    /** {@code object[start:stop]}. */
    record Slice(Expression object, Optional<Expression> start, Optional<Expression> stop, int offset)
            implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.slice(this);
        }
    }

    /** One argument of a call, by position or by name. */
    record Argument(Optional<String> name, Expression value) {}

    /** {@code function(arguments)}. */
    record Call(Expression function, List<Argument> arguments, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** {@code (a, b)}, or {@code [a, b]} where it {@code isList}. */
    record Display(boolean isList, List<Expression> items, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.display(this);
        }
    }

    /** One {@code key: value} of a dict. */
    record Pair(Expression key, Expression value) {}

    /** {@code {a: b}}. */
    record DictDisplay(List<Pair> pairs, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dictDisplay(this);
        }
    }

    /** A template's {@code a ~ b}: both as text, joined. */
    record Concat(List<Expression> parts, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.concat(this);
        }
    }

    /** A template's {@code input | name(arguments)}. */
    record Filter(Expression input, String name, List<Argument> arguments, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.filter(this);
        }
    }

    /** A template's {@code input is name(arguments)}. */
    record Test(Expression input, String name, List<Argument> arguments, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.test(this);
        }
    }

    /** What Python has and archi-render lacks. It may stand where it is never evaluated. */
    record Unsupported(String feature, int offset) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unsupported(this);
        }
    }
}
