package org.archirender.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.archirender.python.library.Meter;
import org.archirender.python.library.Scope;
import org.archirender.python.syntax.Expression;
import org.archirender.python.value.Budget;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/** Renders a template once: the variables and the text so far, which the template's statements work on. */
final class TemplateEvaluator {
    private final Meter meter;
    private final TemplateExpressions expressions;
    private Frame frame;
    private StringBuilder out = new StringBuilder();

    private TemplateEvaluator(Statement.Block template, Scope globals, Limits limits) {
        meter = new Meter(limits);
        frame = Frame.top(template, globals.or(TemplateGlobals.scope()));
        expressions = new TemplateExpressions(name -> frame.find(name), meter);
    }

    /** The text that {@code template} gives. */
    static String render(Statement.Block template, Scope globals, Limits limits) {
        return Budget.within("the template", limits.work(), () -> {
            TemplateEvaluator evaluator = new TemplateEvaluator(template, globals, limits);
            evaluator.run(template.statements());
            return evaluator.out.toString();
        });
    }

    void run(List<Statement> statements) {
        for (Statement statement : statements) {
            statement.run(this);
        }
    }

    /** The variables of the block that runs. */
    Frame frame() {
        return frame;
    }

    PyValue evaluate(Expression expression) {
        return expressions.evaluate(expression);
    }

    /** The value of {@code expression} with {@code inner} as its variables. */
    PyValue evaluate(Frame inner, Expression expression) {
        return within(inner, () -> expressions.evaluate(expression));
    }

    void print(Expression value) {
        PyValue result = evaluate(value);
        try {
            print(result.str(), value.offset());
        } catch (PythonException e) {
            throw e.at(value.offset());
        }
    }

    void print(String text, int offset) {
        meter.print(text, out.length(), offset);
        out.append(text);
    }

    /** What {@code block} prints with {@code inner} as its variables. */
    PyStr capture(Frame inner, Statement.Block block) {
        StringBuilder before = out;
        out = new StringBuilder();
        try {
            within(inner, () -> {
                run(block.statements());
                return PyNone.NONE;
            });
            return new PyStr(out.toString());
        } finally {
            out = before;
        }
    }

    /** Runs a loop's body for each value, with new variables each time. */
    void loop(Statement.For loop) {
        Frame outer = frame;
        meter.enter(loop.offset());
        try {
            LoopValue state =
                    new LoopValue(selected(loop, evaluate(loop.values()).iterate()));
            boolean any = state.hasNext();
            while (state.hasNext()) {
                meter.step(loop.offset());
                frame = outer.inner(loop.body());
                frame.set("loop", state);
                loop.target().assign(frame, state.next());
                run(loop.body().statements());
            }
            if (!any) {
                frame = outer.inner(loop.otherwise());
                run(loop.otherwise().statements());
            }
        } catch (PythonException e) {
            throw e.at(loop.offset());
        } finally {
            frame = outer;
            meter.leave();
        }
    }

    private Iterator<PyValue> selected(Statement.For loop, Iterator<PyValue> all) {
        if (loop.test().isEmpty()) {
            return all;
        }
        List<PyValue> selected = new ArrayList<>();
        while (all.hasNext()) {
            PyValue value = all.next();
            Frame inner = frame.inner(loop.body());
            loop.target().assign(inner, value);
            if (evaluate(inner, loop.test().get()).truth()) {
                selected.add(value);
            }
        }
        return selected.iterator();
    }

    private PyValue within(Frame inner, Supplier<PyValue> action) {
        Frame outer = frame;
        frame = inner;
        try {
            return action.get();
        } finally {
            frame = outer;
        }
    }
}
