package org.archirender.template;

import java.util.Map;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;

/** An expression over the variables, where it stands, and the template that says whether it holds. */
record FileCondition(Location at, String expression, FileTemplate template) {
    /** @throws InputException located {@code at} where {@code expression} is none */
    static FileCondition of(Location at, String expression) {
        String source = "[#if (" + expression + ")]yes[/#if]";
        try {
            return new FileCondition(at, expression, FileTemplate.parse(source, at.file(), FileKind.TEXT));
        } catch (InputException e) {
            throw noCondition(at, expression, e);
        }
    }

    /** @throws InputException where it is no condition over the variables */
    boolean holds(Map<String, Object> model) {
        try {
            return template.render(model).equals("yes");
        } catch (InputException e) {
            throw noCondition(at, expression, e);
        }
    }

    private static InputException noCondition(Location at, String expression, InputException why) {
        Problem problem = why.problems().get(0);
        return new InputException(at, "'" + expression + "' is no condition: " + problem.message(), problem.fix());
    }
}
