package org.archirender.jinja;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.problem.InputException;
import org.archirender.python.library.Scope;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;

/** Templates rendered with a few names. */
final class Templates {
    private Templates() {}

    static String render(String template) {
        return Template.parse(template, "meta.yaml").render(names(), Limits.RECIPE);
    }

    static Scope names() {
        Map<String, PyValue> names = new LinkedHashMap<>();
        names.put("name", new PyStr("libExample"));
        names.put("version", new PyStr("1.10.2"));
        names.put("number", PyInt.of(7));
        names.put("flag", PyBool.TRUE);
        names.put("nothing", PyNone.NONE);
        names.put("words", new PyList(List.of(new PyStr("pear"), new PyStr("Apple"), new PyStr("fig"))));
        PyDict table = new PyDict();
        table.put(new PyStr("x"), PyInt.of(1));
        table.put(new PyStr("items"), PyInt.of(2));
        names.put("table", table);
        return Scope.of(names);
    }

    /** What the expression prints, or the family of the error that it ends in; what is not supported is named. */
    static String print(String expression) {
        return outcome("{{ " + expression + " }}");
    }

    /** What the template gives, or the family of the error that it ends in; what is not supported is named. */
    static String outcome(String template) {
        try {
            return render(template);
        } catch (InputException e) {
            String message = e.problems().get(0).message();
            return "! "
                    + (message.startsWith("template: not supported: ")
                            ? message.substring("template: ".length())
                            : message.replaceAll("^template: ([A-Za-z ]+):(?s:.*)$", "$1"));
        }
    }
}
