package org.archirender.overlay.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.selector.SelectorComment;
import org.archirender.text.Lines;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;
import org.archirender.yaml.YamlReader;

/** Finds in an overlay's own text what its values do not show: selectors that YAML took for comments, and secrets. */
final class SourceLint {
    private static final Pattern COMMENT = Pattern.compile("[\\]},\\s]*\\s(#.*\\S)\\s*");

    /** Where texts become lines of a recipe, and may have a selector. */
    private static final List<String> WITH_SELECTORS = List.of("edits", "rules");

    private final Lines lines;
    private final List<LintFinding> findings = new ArrayList<>();

    private SourceLint(Lines lines) {
        this.lines = lines;
    }

    static List<LintFinding> check(String text, String file) {
        SourceLint lint = new SourceLint(Lines.of(text));
        YamlReader.read(text, file)
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .ifPresent(root -> root.entries()
                        .forEach(entry -> lint.check(
                                entry.key().text(),
                                entry.value(),
                                WITH_SELECTORS.contains(entry.key().text()))));
        return lint.findings;
    }

    private void check(String key, YamlNode node, boolean selectors) {
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                // What stands below `secure` is encrypted, or the name under which the CI provider keeps it.
                check(key.equals("secure") ? "" : entry.key().text(), entry.value(), selectors);
            }
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> check(key, item, selectors));
        } else if (node instanceof Scalar scalar) {
            checkSelector(scalar, selectors);
            Secrets.in(key, scalar.text())
                    .ifPresent(secret ->
                            findings.add(LintFinding.error(scalar.at(), "this looks like " + secret, Secrets.FIX)));
        }
    }

    private void checkSelector(Scalar scalar, boolean selectors) {
        int line = scalar.at().line() - 1;
        if (!scalar.plain() || line < 0 || line >= lines.size()) {
            return;
        }
        String text = lines.get(line).text();
        int column = scalar.at().column() - 1;
        if (column < 0 || column > text.codePointCount(0, text.length())) {
            return;
        }
        String behind = text.substring(text.offsetByCodePoints(0, column));
        if (!behind.startsWith(scalar.text())) {
            return;
        }
        Matcher comment = COMMENT.matcher(behind.substring(scalar.text().length()));
        if (comment.matches() && SelectorComment.of(comment.group(1)).isAlone()) {
            findings.add(LintFinding.error(
                    scalar.at(),
                    "'" + scalar.text() + "' lost its '" + comment.group(1) + "', which YAML reads as a comment",
                    selectors
                            ? fix(scalar.text() + "  " + comment.group(1), comment.group())
                            : "take it out: no line here has a selector"));
        }
    }

    /** @param behind what stands behind the value: where that closes a list, the comment was meant for all of it */
    private static String fix(String whole, String behind) {
        return behind.stripLeading().startsWith("]")
                ? "write it behind each item that it is for, and quote that: [\"" + whole + "\"]"
                : "quote the whole: \"" + whole + "\"";
    }
}
