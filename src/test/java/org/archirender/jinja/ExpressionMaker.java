package org.archirender.jinja;

import java.util.List;
import java.util.Random;

/** Makes expressions and templates that are often valid, and sometimes not, from a seed. */
final class ExpressionMaker {
    private static final List<String> ATOMS = List.of(
            "a",
            "b",
            "half",
            "big",
            "yes",
            "no",
            "nothing",
            "name",
            "version",
            "text",
            "empty",
            "numbers",
            "words",
            "table",
            "missing",
            "0",
            "1",
            "2",
            "-1",
            "3.25",
            "''",
            "'x'",
            "\"a.b-c\"",
            "'%s-%d'",
            "'é\\n'",
            "[]",
            "()",
            "{}",
            "True",
            "None",
            "17",
            "'42'",
            "'3.7'",
            "(1, 'two')",
            "[1, 2, 3]",
            "{'k': 'v', 1: 2}",
            "'A b C'");
    private static final List<String> METHODS = List.of(
            "split('.')",
            "split()",
            "rsplit('.', 1)",
            "split('.', 1)",
            "rsplit('.')",
            "replace('.', '_')",
            "replace('e', '', 1)",
            "startswith('lib')",
            "endswith(('2', 'e'))",
            "strip()",
            "lstrip()",
            "rstrip('2.')",
            "lower()",
            "upper()",
            "capitalize()",
            "partition('.')",
            "rpartition('.')",
            "join(words)",
            "join(['a', 'b'])",
            "ljust(12, '*')",
            "rjust(12)",
            "get('x')",
            "get('z', 5)",
            "items()",
            "keys()",
            "values()",
            "format(1, 'b')",
            "format(x=3)",
            "append(4)",
            "__len__()");
    private static final List<String> SLICES =
            List.of("[0]", "[-1]", "[1:]", "[:2]", "[1:-1]", "['x']", "[5]", "[:1]", "[-2:]", "[1]", "[:-9]", "[True]");
    private static final List<String> FILTERS = List.of(
            "lower",
            "upper",
            "int",
            "float",
            "string",
            "length",
            "first",
            "last",
            "default('d')",
            "default(1, true)",
            "replace('.', '-')",
            "replace('.', '-', 1)",
            "join('-')",
            "list",
            "sort",
            "reverse | list",
            "unique | list",
            "title",
            "capitalize",
            "trim",
            "trim('.')",
            "abs",
            "min",
            "max",
            "map('upper') | list",
            "map('int') | join(',')",
            "map('string') | join",
            "format(1, 2)",
            "d",
            "count",
            "sort(reverse=true)",
            "sort(case_sensitive=true)",
            "int(5)",
            "urlencode",
            "round");
    private static final List<String> TESTS = List.of(
            "defined",
            "undefined",
            "none",
            "string",
            "number",
            "integer",
            "float",
            "sequence",
            "odd",
            "even",
            "divisibleby(3)",
            "eq 7",
            "gt(2)",
            "in words",
            "true",
            "boolean",
            "not defined",
            "not none",
            "lt 3",
            "ge(2)",
            "le 2",
            "ne 'x'");
    private static final List<String> BINARY =
            List.of("+", "-", "*", "/", "//", "%", "==", "!=", "<", "<=", ">", ">=", "in", "not in", "and", "or");
    /** Exponents with which Python comes to an end. */
    private static final List<String> SMALL = List.of("0", "1", "2", "3", "half", "yes");

    private static final List<String> PYTHON_BINARY = List.of("&", "|", "is", "is not");
    private static final List<String> FORMATS = List.of("'%s'", "'%d'", "'%03d'", "'%%'", "'%5d'", "'%s-%s'", "'a%s'");
    private static final List<String> BRACES = List.of("'{}'", "'{0}{0}'", "'{{{}}}'", "'{}{}'", "'{:03d}'", "'{:4}'");

    private final Random random;
    private final boolean template;

    ExpressionMaker(Random random, boolean template) {
        this.random = random;
        this.template = template;
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String expression(int depth) {
        if (depth == 0) {
            return any(ATOMS);
        }
        String first = expression(depth - 1);
        return switch (random.nextInt(template ? 17 : 14)) {
            case 0, 1 -> first + " " + any(BINARY) + " " + expression(depth - 1);
            case 2 ->
                random.nextInt(6) == 0
                        ? "(" + first + ") ** " + any(SMALL)
                        : first + " " + any(BINARY) + " " + expression(depth - 1);
            case 3 -> "(" + first + " " + any(BINARY) + " " + expression(depth - 1) + ")";
            case 4 -> "not " + first;
            case 5 -> "-" + first;
            case 6 -> "(" + first + ")" + any(SLICES);
            case 7 -> "(" + first + ")." + any(METHODS);
            case 8 -> "(" + first + ").split('.')" + any(SLICES);
            case 9 -> first + " if " + expression(depth - 1) + " else " + expression(depth - 1);
            case 10 -> any(FORMATS) + " % (" + first + (random.nextBoolean() ? ",)" : ")");
            case 11 -> any(BRACES) + ".format(" + first + ")";
            case 12 -> "[" + first + ", " + expression(depth - 1) + "]";
            case 13 ->
                template
                        ? first + " ~ " + expression(depth - 1)
                        : first + " " + any(PYTHON_BINARY) + " " + expression(depth - 1);
            case 14 -> first + " | " + any(FILTERS);
            case 15 -> "(" + first + ") | " + any(FILTERS);
            default -> "(" + first + ") is " + any(TESTS);
        };
    }

    String template(int depth) {
        StringBuilder out = new StringBuilder();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            out.append(statement(depth));
        }
        return out.toString();
    }

    private String statement(int depth) {
        String sign = random.nextInt(6) == 0 ? "-" : "";
        int choice = random.nextInt(depth == 0 ? 4 : 9);
        return switch (choice) {
            case 0 -> any(List.of("text\n", "  {# a note #}  ", "a: b  # c\n", "\n\n"));
            case 1, 2 -> "{{" + sign + " " + expression(1 + random.nextInt(2)) + " " + sign + "}}\n";
            case 3 ->
                "{%" + sign + " set " + any(List.of("a", "v", "w", "name", "v, w")) + " = " + expression(1) + " " + sign
                        + "%}\n";
            case 4 ->
                "{% if " + expression(1) + " %}" + template(depth - 1) + "{% elif " + expression(1) + " %}"
                        + template(depth - 1) + "{% else %}" + template(depth - 1) + "{% endif %}\n";
            case 5, 6 ->
                "{% for " + any(List.of("v", "i", "v, w")) + " in "
                        + any(List.of(
                                "words[:]", "numbers", "table.items()", "[1, 2] + [3]", "range(3)", "'ab'", "missing"))
                        + any(List.of("", " if v", " if loop is defined")) + " %}"
                        + any(List.of(
                                "",
                                "{{ loop.index }}/{{ loop.length }} ",
                                "{{ loop.last }}{{ loop.first }}{{ loop.index0 }}"))
                        + template(depth - 1) + any(List.of("", "{% else %}none")) + "{% endfor %}\n";
            case 7 -> "{% set v %}" + template(depth - 1) + "{% endset %}{{ v }}";
            default ->
                "{% macro m(a, v=" + expression(0) + ") %}" + template(depth - 1) + "{% endmacro %}{{ m("
                        + expression(0) + ") }}{{ m(1, v=2) }}";
        };
    }
}
