package org.archirender.sync;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.archirender.conda.Platform;
import org.archirender.python.library.Scope;
import org.archirender.selector.SelectedText;
import org.archirender.selector.SelectorNames;
import org.archirender.text.Lines;

/**
 * A text as the port's target has it, as far as that hangs on the platform alone: lines whose selector can't hold there
 * are gone, selectors that always hold there are none, and what hangs on a variant stays as it is.
 */
record TargetView(Scope names) {
    /** Where no target is known, nothing is decided. */
    static TargetView of(Optional<Platform> target) {
        return new TargetView(target.map(platform -> SelectorNames.scope(platform, new TreeMap<>(), new TreeMap<>()))
                .orElse(Scope.of(new TreeMap<>())));
    }

    /** The lines of {@code text} that the target has, without white space around them; blank and comment lines are none. */
    List<String> lines(String text) {
        return Lines.of(text).lines().stream()
                .flatMap(line -> line(line.text()).stream())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The text of these lines, indents and all, for an edit to be tried on. */
    String text(String text) {
        return Lines.of(text).lines().stream()
                .flatMap(line -> line(line.text()).map(kept -> kept + line.end()).stream())
                .collect(Collectors.joining());
    }

    /** A text of an edit, whose selectors that hold are left out; where one can't hold, the text as it is. */
    String ofEdit(String text) {
        List<Optional<String>> lines = text.lines().map(this::line).toList();
        boolean ends = text.endsWith("\n");
        return lines.stream().anyMatch(Optional::isEmpty)
                ? text
                : lines.stream().flatMap(Optional::stream).collect(Collectors.joining("\n", "", ends ? "\n" : ""));
    }

    private Optional<String> line(String line) {
        SelectedText.Line read = SelectedText.Line.of(line);
        Optional<Boolean> decided = read.selector().flatMap(selector -> selector.decided(names));
        if (decided.isEmpty()) {
            return Optional.of(line);
        }
        return decided.get() ? Optional.of(read.text()) : Optional.empty();
    }
}
