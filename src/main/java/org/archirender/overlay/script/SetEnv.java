package org.archirender.overlay.script;

import static org.archirender.yaml.Field.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.overlay.edit.Pair;
import org.archirender.overlay.edit.Place;
import org.archirender.text.Anchor;
import org.archirender.text.Lines;
import org.archirender.text.LogicalLine;
import org.archirender.yaml.FieldShapes;

/** {@code set-env: FILE}: {@code export NAME=value} lines, values verbatim. */
public record SetEnv(EditValues written, List<Pair> vars, Place<Anchor> place) implements TextEdit {
    public static final Operation OPERATION = new Operation(
            required("set-env", EditShape.FILE, "the script"),
            List.of(
                    required("vars", FieldShapes.PAIRS, "names and what stands behind `=`, verbatim, quotes included"),
                    AT,
                    BEFORE,
                    AFTER,
                    NTH,
                    WITHIN),
            "Adds `export NAME=value` lines, at the start unless told.",
            Reach.CHARS,
            Why.NEVER,
            """
            - set-env: build.sh
              vars: {STRIP: "@binutils@-strip"}""",
            values -> new SetEnv(values, values.variables("vars"), values.linePlace()));

    @Override
    public Lines apply(ScriptText script) {
        refuseRecipeYaml("set-key: build/script/env/NAME sets a variable of its script");
        List<String> wanted = new ArrayList<>();
        List<String> present = new ArrayList<>();
        for (Pair variable : vars) {
            String line = "export " + variable.name() + "=" + variable.value();
            wanted.add(line);
            standing(script, variable, line).ifPresent(present::add);
        }
        if (!present.isEmpty()) {
            boolean whole = present.size() == wanted.size() && wanted.containsAll(present);
            throw (whole ? EditStatus.ALREADY_PRESENT : EditStatus.PARTLY_PRESENT)
                    .refusal("recipe/" + file() + " has " + String.join("; ", present));
        }
        return script.insert(place, wanted);
    }

    /** The export of that variable that is there: the same, or another unless the wanted one builds on it. */
    private static Optional<String> standing(ScriptText script, Pair variable, String wanted) {
        List<String> exports = script.logical().stream()
                .map(LogicalLine::trimmed)
                .filter(line -> line.startsWith("export " + variable.name() + "="))
                .toList();
        if (exports.contains(wanted.strip())) {
            return Optional.of(wanted);
        }
        boolean buildsOn = variable.value().contains("$" + variable.name())
                || variable.value().contains("${" + variable.name());
        return buildsOn ? Optional.empty() : exports.stream().findFirst();
    }
}
