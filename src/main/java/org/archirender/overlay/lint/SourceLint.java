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

    private final Lines lines;
    private final List<LintFinding> findings = new ArrayList<>();

    private SourceLint(Lines lines) {
        this.lines = lines;
    }

    static List<LintFinding> check(String text, String file) {
        SourceLint lint = new SourceLint(Lines.of(text));
        YamlReader.read(text, file).ifPresent(node -> lint.check("", node));
        return lint.findings;
    }

    private void check(String key, YamlNode node) {
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                // What stands below `secure` is encrypted, or the name under which the CI provider keeps it.
                check(key.equals("secure") ? "" : entry.key().text(), entry.value());
            }
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> check(key, item));
        } else if (node instanceof Scalar scalar) {
            checkSelector(scalar);
            Secrets.in(key, scalar.text())
                    .ifPresent(secret ->
                            findings.add(LintFinding.error(scalar.at(), "this looks like " + secret, Secrets.FIX)));
        }
    }

    private void checkSelector(Scalar scalar) {
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
                    "quote the whole: \"" + scalar.text() + "  " + comment.group(1) + "\""));
        }
    }
}
