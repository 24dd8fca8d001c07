package org.archirender.template;

import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.text.NearMiss;

/** FreeMarker's exceptions as problems at a place of the template. */
final class TemplateProblems {
    private TemplateProblems() {}

    static InputException syntax(ParseException e, String file) {
        return new InputException(
                new Location(file, Math.max(0, e.getLineNumber()), Math.max(0, e.getColumnNumber())),
                "not a valid template: " + oneLine(e.getEditorMessage()),
                "");
    }

    static InputException rendering(TemplateException e, String file, Map<String, Object> model) {
        Location at = e.getLineNumber() == null
                ? Location.of(file)
                : new Location(file, e.getLineNumber(), e.getColumnNumber() == null ? 0 : e.getColumnNumber());
        if (e instanceof InvalidReferenceException && e.getBlamedExpressionString() != null) {
            return missing(e.getBlamedExpressionString(), at, model);
        }
        Throwable cause = e.getCause();
        String said = cause != null && cause.getMessage() != null ? cause.getMessage() : e.getMessageWithoutStackTop();
        return new InputException(at, oneLine(String.valueOf(said)), "");
    }

    private static InputException missing(String expression, Location at, Map<String, Object> model) {
        List<String> path = List.of(expression.split("\\.", -1));
        String where = path.get(0).equals("settings")
                ? "write it in overlays/port.yaml"
                : "docs/templates.md lists all variables";
        return new InputException(
                at,
                NearMiss.behind("there is no '" + expression + "'", nearMisses(path, model)),
                where + ", or say what holds without it: [=" + expression + "!'…'], [#if " + expression + "??]");
    }

    /** Names that resemble the first one of {@code path} that leads nowhere. */
    private static List<NearMiss> nearMisses(List<String> path, Map<String, Object> model) {
        Map<?, ?> level = model;
        StringBuilder prefix = new StringBuilder();
        for (String name : path) {
            if (!(level.get(name) instanceof Map<?, ?> next)) {
                List<String> names = new ArrayList<>();
                level.keySet().forEach(key -> names.add(String.valueOf(key)));
                return NearMiss.of(name, names).stream()
                        .map(near -> NearMiss.of(prefix + near.text()))
                        .toList();
            }
            level = next;
            prefix.append(name).append('.');
        }
        return List.of();
    }

    /** The first paragraph: what follows are FreeMarker's own tips. */
    private static String oneLine(String message) {
        String first = message.split("\n\\s*\n|\n\\s*----", 2)[0];
        return first.replaceAll("\\s*\n\\s*", " ")
                .replaceAll(" *\\[in template .*", "")
                .replace("For \"${...}\" content: ", "")
                .strip();
    }
}
