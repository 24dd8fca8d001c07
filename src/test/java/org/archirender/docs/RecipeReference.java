package org.archirender.docs;

import java.util.Collection;
import java.util.stream.Collectors;
import org.archirender.evaluated.RecipeLanguage;
import org.archirender.jinja.TemplateLanguage;
import org.archirender.python.library.Attributes;
import org.archirender.python.library.Builtins;
import org.archirender.python.library.Definition;
import org.archirender.python.library.StrMethods;

/** The page of what a meta.yaml may use of Python, Jinja and conda-build, made of the lists that say so. */
final class RecipeReference {
    private static final String ABOUT = """
            # What recipes may use

            A meta.yaml is rendered as conda-build renders it: lines with `# [selector]` stay or go, then Jinja runs, then selectors
            once more. archi-render knows the part of Python and Jinja that recipes use
            ([it was counted](adr/0002-the-interpreter-is-cut-to-what-recipes-use.md)). Anything else is an error that names it, at
            its place: `not supported: the filter 'batch'`. It is never a guess. A parameter that ends in `=` may be left out.

            ## Selectors

            A selector is a Python expression: names, texts, integers, decimal numbers, tuples, lists, dicts; `and or not`,
            `a if b else c`, `== != < <= > >= in`, `not in`, `is`, `is not`; `+ - * / // % ** & |`; items and slices without a
            step; the methods below, and these functions:

            """;
    private static final String TEMPLATES = """

            ## Templates

            - Tags: `set` of one name, several, a member of a namespace, or a block; `if`, `elif`, `else`; `for` with several
              names, a condition and `else`; `macro`. Comments `{# … #}`, and minus signs that take white space away.
            - `loop.index`, `loop.index0`, `loop.first`, `loop.last`, `loop.length`.
            - Expressions as in selectors, but for `is`, `&` and `|`, with Jinja's `~`, filters, tests, and `a if b` without else.
            - A name that nothing defines is undefined, and undefined values never fail, but for subtraction. Their attributes
              are None. A name that is defined outside of the template can't be read in a loop or macro before the template
              itself sets it.

            """;

    private static final String FORMATS = """

            The formats are `'%s-%03d' % (a, b)` and `'{}-{0}-{name}-{:03d}'.format(…)`; a date takes the directives of
            `strftime` in its braces.
            """;
    private static final String MODULES = """

            `environ` and `os.environ`, variant keys and the variables of a build are there, too.
            `datetime.datetime.strptime` reads a date, with `strftime`, `year`, `month`, `day`, `hour`, `minute` and `second`. What
            reads the clock or the unpacked source (`datetime.datetime.now`, `time`, `load_setup_py_data`, `GIT_DESCRIBE_TAG`)
            is refused: no two renderings would be the same.
            """;

    private RecipeReference() {}

    static String markdown() {
        return ABOUT
                + table(Builtins.ALL, "()")
                + TEMPLATES
                + table(TemplateLanguage.functions(), "()")
                + "\n## Filters\n\n"
                + table(TemplateLanguage.filters(), "")
                + "\n## Tests\n\n"
                + table(TemplateLanguage.tests(), "")
                + "\n## Methods of texts\n\n"
                + table(StrMethods.BY_NAME.values(), "()")
                + FORMATS
                + "\n## Methods of lists and dicts\n\n"
                + table(Attributes.OF_LISTS.values(), "()")
                + "\n"
                + table(Attributes.OF_DICTS.values(), "()")
                + "\n## conda-build's functions\n\n"
                + table(RecipeLanguage.functions(), "()")
                + MODULES;
    }

    /** @param call what stands behind a name that takes nothing */
    private static String table(Collection<? extends Definition<?>> definitions, String call) {
        return definitions.stream()
                .map(definition -> "| `" + signature(definition, call) + "` | " + definition.meaning() + " |\n")
                .collect(Collectors.joining("", "| | |\n|---|---|\n", ""));
    }

    private static String signature(Definition<?> definition, String call) {
        String parameters = definition.parameters().stream()
                .filter(parameter -> !parameter.endsWith("!") && !parameter.startsWith("permit_undefined"))
                .map(parameter -> parameter.equals("*") ? "…" : parameter)
                .collect(Collectors.joining(", "));
        return definition.name() + (parameters.isEmpty() ? call : "(" + parameters + ")");
    }
}
