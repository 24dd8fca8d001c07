package org.archirender.jinja;

import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.problem.UnreadableException;
import org.archirender.python.library.Scope;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PythonException;

/**
 * A recipe's template, parsed once and rendered for as many variants as there are; may be shared by threads. The
 * language is Jinja 3 as conda-build sets it up: no extensions, no other templates, undefined names allowed.
 */
public final class Template {
    private final String file;
    private final String source;
    private final Statement.Block statements;

    private Template(String file, String source, Statement.Block statements) {
        this.file = file;
        this.source = source;
        this.statements = statements;
    }

    /**
     * Parses {@code text}. Every line end becomes {@code \n}, and one at the very end goes.
     *
     * @param file for messages
     * @throws UnreadableException where Jinja raises a syntax error
     */
    public static Template parse(String text, String file) {
        String source = normalized(text);
        try {
            return new Template(file, source, TemplateParser.parse(source));
        } catch (PythonException e) {
            Problem wrong = problem(e, source, file);
            throw UnreadableException.at(wrong.at(), wrong.message(), wrong.fix());
        }
    }

    private static String normalized(String text) {
        String source =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        return source.endsWith("\n") ? source.substring(0, source.length() - 1) : source;
    }

    /**
     * The text that the template gives.
     *
     * @param globals the names that it sees besides its own
     * @throws InputException where Jinja or a function raises, or a limit is met
     */
    public String render(Scope globals, Limits limits) {
        try {
            return TemplateEvaluator.render(statements, globals, limits);
        } catch (PythonException e) {
            throw new InputException(problem(e, source, file));
        }
    }

    private static Problem problem(PythonException e, String source, String file) {
        int offset = Math.max(0, Math.min(e.offset(), source.length()));
        int lineStart = source.lastIndexOf('\n', offset - 1) + 1;
        String fix = e.family() == PythonException.Family.UNSUPPORTED
                ? "write it as docs/recipes.md says"
                : "correct the template at this place";
        return new Problem(
                Location.in(file, source, offset),
                "template: " + e.getMessage(),
                fix + "; what stands there: " + excerpt(source, lineStart));
    }

    private static String excerpt(String source, int lineStart) {
        int end = source.indexOf('\n', lineStart);
        String line =
                source.substring(lineStart, end < 0 ? source.length() : end).strip();
        return line.length() > 100 ? line.substring(0, line.offsetByCodePoints(0, 90)) + "…" : line;
    }
}
