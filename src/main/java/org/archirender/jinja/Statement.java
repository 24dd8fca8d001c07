package org.archirender.jinja;

import java.util.List;
import java.util.Optional;
import org.archirender.python.syntax.Expression;

/** A parsed piece of a template. */
sealed interface Statement {
    /** Text that is printed as it is. */
    record Text(String text) implements Statement {}

    /** <code>{{ value }}</code>. */
    record Output(Expression value) implements Statement {}

    /** What an assignment or a loop assigns to. */
    sealed interface Target {
        /** A variable. */
        record Variable(String name) implements Target {}

        /** {@code a, b}, of as many values as there are targets. */
        record Many(List<Target> targets, int offset) implements Target {}

        /** {@code ns.name} of a namespace. */
        record Member(String namespace, String name, int offset) implements Target {}
    }

    /** <code>{% set target = value %}</code>. */
    record Assign(Target target, Expression value) implements Statement {}

    /** <code>{% set target | filter %}body{% endset %}</code>; the filter's input is {@link TemplateParser#BODY}. */
    record AssignBlock(Target target, Optional<Expression> filter, Block body) implements Statement {}

    /** One {@code if} or {@code elif}. */
    record Branch(Expression test, List<Statement> body) {}

    /** <code>{% if %}…{% elif %}…{% else %}…{% endif %}</code>. */
    record If(List<Branch> branches, List<Statement> otherwise) implements Statement {}

    /** <code>{% for target in values if test recursive %}…{% else %}…{% endfor %}</code>. */
    record For(
            Target target,
            Expression values,
            Optional<Expression> test,
            boolean recursive,
            Block body,
            Block otherwise,
            int offset)
            implements Statement {}

    /** A parameter of a macro. */
    record Parameter(String name, Optional<Expression> fallback) {}

    /** <code>{% macro name(parameters) %}…{% endmacro %}</code>. */
    record Macro(String name, List<Parameter> parameters, Block body) implements Statement {}

    /** <code>{% call(parameters) macro() %}…{% endcall %}</code>. */
    record CallBlock(Expression.Call call, Macro caller) implements Statement {}

    /** <code>{% filter name %}…{% endfilter %}</code>; the filter's input is {@link TemplateParser#BODY}. */
    record FilterBlock(Expression filter, Block body) implements Statement {}

    /** <code>{% with a = 1 %}…{% endwith %}</code>. */
    record With(List<Assign> assigns, Block body) implements Statement {}

    /**
     * Statements with variables of their own.
     *
     * @param hidden names that are assigned here before they are read: until then they are undefined here, even where
     *     the template's globals have them
     */
    record Block(List<Statement> statements, List<String> hidden) {}
}
