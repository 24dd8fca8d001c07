package org.archirender.overlay.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.archirender.conda.DefaultVariant;
import org.archirender.conda.Platform;
import org.archirender.overlay.edit.Edit;
import org.archirender.python.syntax.Parser;
import org.archirender.python.value.PythonException;
import org.archirender.selector.SelectorNames;
import org.archirender.text.NearMiss;

/** Finds selectors that are no expression, or have a name that is never defined and so counts as false everywhere. */
final class SelectorLint {
    private final SortedSet<String> known = new TreeSet<>();

    /** @param variantKeys the keys of the pinnings */
    SelectorLint(Collection<String> variantKeys) {
        Platform platform = Platform.of("linux-aarch64");
        known.addAll(SelectorNames.of(platform, platform, DefaultVariant.languages(), new TreeMap<>())
                .keySet());
        known.addAll(List.of("target_platform", "build_platform"));
        known.addAll(variantKeys);
    }

    List<LintFinding> check(Edit edit) {
        List<LintFinding> findings = new ArrayList<>();
        edit.selectors().forEach(selector -> check(edit, selector, findings));
        return findings;
    }

    private void check(Edit edit, String selector, List<LintFinding> findings) {
        try {
            Parser.parse(selector.strip());
        } catch (PythonException e) {
            findings.add(LintFinding.error(
                    edit.at(),
                    edit.title() + ": the selector [" + selector + "] is no expression: " + e.getMessage(),
                    "write it as in [linux and not aarch64]"));
            return;
        }
        for (String name : SelectorNames.unknownIn(selector, known)) {
            findings.add(LintFinding.error(
                    edit.at(),
                    NearMiss.behind(
                            edit.title() + ": the selector [" + selector + "] has the unknown name '" + name + "'",
                            NearMiss.of(name, known)),
                    "an unknown name is false on every platform: correct it, or add it to the pinnings"));
        }
    }
}
