package org.archirender.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.archirender.python.syntax.Expression;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Iteration;
import org.archirender.python.value.Limits;
import org.archirender.python.value.Meter;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;
import org.archirender.python.value.Scope;

/** Renders a template once. */
final class TemplateEvaluator {
    private final Meter meter;
    private final TemplateExpressions expressions;
    private Frame frame;
    private StringBuilder out = new StringBuilder();

    TemplateEvaluator(Scope globals, Limits limits) {
        meter = new Meter(limits);
        frame = Frame.top(globals.or(TemplateGlobals.scope()));
        expressions = new TemplateExpressions(name -> frame.find(name), meter);
    }

    String render(Statement.Block block) {
        run(block);
        return out.toString();
    }

    private void run(Statement.Block block) {
        block.hidden().forEach(name -> frame.set(name, new UndefinedValue(name)));
        run(block.statements());
    }

    private void run(List<Statement> statements) {
        for (Statement statement : statements) {
            run(statement);
        }
    }

    private void run(Statement statement) {
        if (statement instanceof Statement.Text text) {
            print(text.text(), 0);
        } else if (statement instanceof Statement.Output output) {
            print(output.value());
        } else if (statement instanceof Statement.Assign assign) {
            assign(assign.target(), expressions.evaluate(assign.value()));
        } else if (statement instanceof Statement.If branches) {
            run(branches);
        } else if (statement instanceof Statement.For loop) {
            run(loop);
        } else if (statement instanceof Statement.AssignBlock block) {
            run(block);
        } else if (statement instanceof Statement.Macro macro) {
            frame.set(macro.name(), new MacroValue(macro, this, frame));
        } else if (statement instanceof Statement.CallBlock block) {
            run(block);
        } else if (statement instanceof Statement.FilterBlock block) {
            PyStr body = capture(frame.inner(), block.body());
            Frame inner = frame.inner();
            inner.set(TemplateParser.BODY, body);
            print(
                    within(inner, () -> expressions.evaluate(block.filter())).str(),
                    block.filter().offset());
        } else if (statement instanceof Statement.With with) {
            run(with);
        }
    }

    private void print(Expression value) {
        PyValue result = expressions.evaluate(value);
        try {
            print(result.str(), value.offset());
        } catch (PythonException e) {
            throw e.at(value.offset());
        }
    }

    private void print(String text, int offset) {
        meter.step(1 + (text.length() >> 6), offset);
        meter.output(out.length() + text.length(), offset);
        out.append(text);
    }

    private void run(Statement.If branches) {
        for (Statement.Branch branch : branches.branches()) {
            if (expressions.evaluate(branch.test()).truth()) {
                run(branch.body());
                return;
            }
        }
        run(branches.otherwise());
    }

    private void run(Statement.AssignBlock block) {
        Frame inner = frame.inner();
        PyValue value = capture(inner, block.body());
        if (block.filter().isPresent()) {
            inner.set(TemplateParser.BODY, value);
            value = within(inner, () -> expressions.evaluate(block.filter().get()));
        }
        assign(block.target(), value);
    }

    private void run(Statement.CallBlock block) {
        Expression.Call call = block.call();
        PyValue macro = expressions.evaluate(call.function());
        Arguments arguments = expressions.arguments(call.arguments());
        java.util.Map<String, PyValue> named = new java.util.LinkedHashMap<>(arguments.named());
        named.put("caller", new MacroValue(block.caller(), this, frame));
        print(
                expressions
                        .call(macro, new Arguments(arguments.positional(), named))
                        .str(),
                call.offset());
    }

    private void run(Statement.With with) {
        Frame inner = frame.inner();
        List<PyValue> values = new ArrayList<>();
        with.assigns().forEach(assign -> values.add(expressions.evaluate(assign.value())));
        within(inner, () -> {
            for (int i = 0; i < values.size(); i++) {
                assign(with.assigns().get(i).target(), values.get(i));
            }
            run(with.body());
            return PyStr.EMPTY;
        });
    }

    private void run(Statement.For loop) {
        print(loop(loop, expressions.evaluate(loop.values()), 0), loop.offset());
    }

    /** The text of a loop over {@code values}; {@code depth} counts its recursions. */
    String loop(Statement.For loop, PyValue values, int depth) {
        meter.enter(loop.offset());
        StringBuilder before = out;
        Frame outer = frame;
        out = new StringBuilder();
        try {
            LoopValue state = new LoopValue(selected(loop, values), depth, this, loop);
            boolean any = false;
            while (state.hasNext()) {
                any = true;
                meter.step(1, loop.offset());
                frame = outer.inner();
                frame.set("loop", state);
                assign(loop.target(), state.next());
                run(loop.body());
            }
            if (!any) {
                frame = outer.inner();
                run(loop.otherwise());
            }
            return out.toString();
        } catch (PythonException e) {
            throw e.at(loop.offset());
        } finally {
            frame = outer;
            out = before;
            meter.leave();
        }
    }

    private Iterator<PyValue> selected(Statement.For loop, PyValue values) {
        Iterator<PyValue> all = Iteration.over(values);
        if (loop.test().isEmpty()) {
            return all;
        }
        Frame outer = frame;
        List<PyValue> selected = new ArrayList<>();
        while (all.hasNext()) {
            PyValue value = all.next();
            Frame inner = outer.inner();
            boolean holds = within(inner, () -> {
                        assign(loop.target(), value);
                        return expressions.evaluate(loop.test().get());
                    })
                    .truth();
            if (holds) {
                selected.add(value);
            }
        }
        return selected.iterator();
    }

    private void assign(Statement.Target target, PyValue value) {
        if (target instanceof Statement.Target.Variable variable) {
            frame.set(variable.name(), value);
        } else if (target instanceof Statement.Target.Many many) {
            List<PyValue> values = Iteration.toList(value);
            if (values.size() != many.targets().size()) {
                throw new PythonException(
                        PythonError.VALUE,
                        "%d values to unpack into %d names"
                                .formatted(values.size(), many.targets().size()),
                        many.offset());
            }
            for (int i = 0; i < values.size(); i++) {
                assign(many.targets().get(i), values.get(i));
            }
        } else if (target instanceof Statement.Target.Member member) {
            Optional<PyValue> namespace = frame.find(member.namespace());
            if (namespace.isEmpty() || !(namespace.get() instanceof NamespaceValue found)) {
                throw new PythonException(
                        PythonError.TYPE, "'" + member.namespace() + "' is no namespace", member.offset());
            }
            found.set(member.name(), value);
        }
    }

    /** What {@code block} prints with {@code inner} as its variables. */
    PyStr capture(Frame inner, Statement.Block block) {
        StringBuilder before = out;
        out = new StringBuilder();
        try {
            within(inner, () -> {
                run(block);
                return PyStr.EMPTY;
            });
            return new PyStr(out.toString());
        } finally {
            out = before;
        }
    }

    private PyValue within(Frame inner, java.util.function.Supplier<PyValue> action) {
        Frame outer = frame;
        frame = inner;
        try {
            return action.get();
        } finally {
            frame = outer;
        }
    }

    /** The value of {@code expression} with {@code inner} as its variables. */
    PyValue evaluate(Frame inner, Expression expression) {
        return within(inner, () -> expressions.evaluate(expression));
    }
}
