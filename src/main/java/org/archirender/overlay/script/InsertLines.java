package org.archirender.overlay.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.Pair;
import org.archirender.overlay.edit.Place;
import org.archirender.text.Anchor;
import org.archirender.text.Lines;
import org.archirender.text.Regex;

/** Puts lines between others. */
final class InsertLines {
    private InsertLines() {}

    static Lines insert(ScriptText script, TextEdit.InsertLines edit) {
        if (edit.unless().isPresent()) {
            refuseWhereFound(script, edit.unless().get());
        } else if (!edit.repeat()) {
            refuseWherePresent(script, edit);
        }
        int at = index(script, edit.place());
        return script.lines().replace(at, at, edit.lines());
    }

    private static void refuseWhereFound(ScriptText script, String unless) {
        if (Regex.of(unless).find(script.lines().text())) {
            throw new EditRefusal(
                    EditStatus.ALREADY_PRESENT,
                    "recipe/" + script.file() + " has what 'unless' looks for, '" + unless + "'");
        }
    }

    private static void refuseWherePresent(ScriptText script, TextEdit.InsertLines edit) {
        List<LineRange> found = script.blocks(edit.lines());
        if (edit.lines().stream().allMatch(String::isBlank)) {
            // Blank lines stand everywhere; only those at the place itself count.
            int at = index(script, edit.place());
            found = found.stream()
                    .filter(range -> range.from() == at || range.to() == at)
                    .toList();
        }
        if (!found.isEmpty()) {
            throw new EditRefusal(
                    EditStatus.ALREADY_PRESENT,
                    "recipe/" + script.file() + " has these lines already, "
                            + found.get(0).words());
        }
    }

    static Lines export(ScriptText script, TextEdit.SetEnv edit) {
        List<String> wanted = new ArrayList<>();
        List<String> present = new ArrayList<>();
        for (Pair variable : edit.vars()) {
            String line = "export " + variable.name() + "=" + variable.value();
            wanted.add(line);
            standing(script, variable, line).ifPresent(present::add);
        }
        if (!present.isEmpty()) {
            boolean whole = present.size() == wanted.size() && wanted.containsAll(present);
            throw new EditRefusal(
                    whole ? EditStatus.ALREADY_PRESENT : EditStatus.PARTLY_PRESENT,
                    "recipe/" + script.file() + " has " + String.join("; ", present));
        }
        int at = index(script, edit.place());
        return script.lines().replace(at, at, wanted);
    }

    /** The export of that variable that is there: the same, or another unless the wanted one builds on it. */
    private static Optional<String> standing(ScriptText script, Pair variable, String wanted) {
        List<String> exports = script.logical().stream()
                .map(line -> line.trimmed())
                .filter(line -> line.startsWith("export " + variable.name() + "="))
                .toList();
        if (exports.contains(wanted.strip())) {
            return Optional.of(wanted);
        }
        boolean buildsOn = variable.value().contains("$" + variable.name())
                || variable.value().contains("${" + variable.name());
        return buildsOn ? Optional.empty() : exports.stream().findFirst();
    }

    private static int index(ScriptText script, Place<Anchor> place) {
        return switch (place.where()) {
            case START ->
                script.lines().size() > 0 && script.lines().get(0).text().startsWith("#!") ? 1 : 0;
            case END -> script.lines().size();
            case BEFORE -> script.find(place.reference().orElseThrow()).from();
            case AFTER -> script.find(place.reference().orElseThrow()).to();
        };
    }
}
