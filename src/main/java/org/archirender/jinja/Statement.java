package org.archirender.jinja;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.archirender.python.syntax.Expression;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/** A parsed piece of a template. */
sealed interface Statement {
    /** Does what the piece says: prints, assigns, runs others. */
    void run(TemplateEvaluator evaluator);

    /** Text that is printed as it is. */
    record Text(String text) implements Statement {
        @Override
        public void run(TemplateEvaluator evaluator) {
            evaluator.print(text, 0);
        }
    }

    /** <code>{{ value }}</code>. */
    record Output(Expression value) implements Statement {
        @Override
        public void run(TemplateEvaluator evaluator) {
            evaluator.print(value);
        }
    }

    /** <code>{% set target = value %}</code>. */
    record Assign(Target target, Expression value) implements Statement {
        @Override
        public void run(TemplateEvaluator evaluator) {
            PyValue assigned = evaluator.evaluate(value);
            target.assign(evaluator.frame(), assigned);
        }
    }

    /** <code>{% set target %}body{% endset %}</code>. */
    record AssignBlock(Target target, Block body) implements Statement {
        @Override
        public void run(TemplateEvaluator evaluator) {
            PyValue text = evaluator.capture(evaluator.frame().inner(body), body);
            target.assign(evaluator.frame(), text);
        }
    }

    /** One {@code if} or {@code elif}. */
    record Branch(Expression test, List<Statement> body) {}

    /** <code>{% if %}…{% elif %}…{% else %}…{% endif %}</code>. */
    record If(List<Branch> branches, List<Statement> otherwise) implements Statement {
        @Override
        public void run(TemplateEvaluator evaluator) {
            for (Branch branch : branches) {
                if (evaluator.evaluate(branch.test()).truth()) {
                    evaluator.run(branch.body());
                    return;
                }
            }
            evaluator.run(otherwise);
        }
    }

    /** <code>{% for target in values if test %}…{% else %}…{% endfor %}</code>. */
    record For(Target target, Expression values, Optional<Expression> test, Block body, Block otherwise, int offset)
            implements Statement {
        @Override
        public void run(TemplateEvaluator evaluator) {
            evaluator.loop(this);
        }
    }

    /** A parameter of a macro. */
    record Parameter(String name, Optional<Expression> fallback) {}

    /** <code>{% macro name(parameters) %}…{% endmacro %}</code>. */
    record Macro(String name, List<Parameter> parameters, Block body) implements Statement {
        @Override
        public void run(TemplateEvaluator evaluator) {
            evaluator.frame().set(name, new MacroValue(this, evaluator, evaluator.frame()));
        }
    }

    /**
     * Statements with variables of their own.
     *
     * @param assigned the names that they assign somewhere
     * @param unsure those of them that one elif assigns and another may read
     */
    record Block(List<Statement> statements, Set<String> assigned, Set<String> unsure) {
        public Block {
            statements = List.copyOf(statements);
            assigned = new TreeSet<>(assigned);
            unsure = new TreeSet<>(unsure);
        }
    }

    /** What an assignment or a loop assigns to. */
    sealed interface Target {
        void assign(Frame frame, PyValue value);

        /** The variables that it assigns. */
        default List<String> variables() {
            return List.of();
        }

        /** A variable. */
        record Variable(String name) implements Target {
            @Override
            public void assign(Frame frame, PyValue value) {
                frame.set(name, value);
            }

            @Override
            public List<String> variables() {
                return List.of(name);
            }
        }

        /** {@code a, b}, of as many values as there are targets. */
        record Many(List<Target> targets, int offset) implements Target {
            @Override
            public void assign(Frame frame, PyValue value) {
                List<PyValue> values = value.toList();
                if (values.size() != targets.size()) {
                    throw PythonException.value(values.size() + " values to unpack into " + targets.size() + " names")
                            .at(offset);
                }
                for (int i = 0; i < values.size(); i++) {
                    targets.get(i).assign(frame, values.get(i));
                }
            }

            @Override
            public List<String> variables() {
                return targets.stream()
                        .flatMap(target -> target.variables().stream())
                        .toList();
            }
        }

        /** {@code ns.name} of a namespace. */
        record Member(String namespace, String name, int offset) implements Target {
            @Override
            public void assign(Frame frame, PyValue value) {
                Optional<PyValue> found = frame.find(namespace);
                if (found.isEmpty() || !(found.get() instanceof NamespaceValue names)) {
                    throw PythonException.type("'" + namespace + "' is no namespace")
                            .at(offset);
                }
                names.set(name, value);
            }
        }
    }
}
