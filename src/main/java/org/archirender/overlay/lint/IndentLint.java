package org.archirender.overlay.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.overlay.edit.Edit;
import org.archirender.text.Lines;
import org.archirender.text.Lines.Line;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.yaml.YamlNode.Scalar;

/** Finds lines that YAML makes others of before an edit writes them verbatim: it takes indents away, and joins lines. */
final class IndentLint {
    private static final List<String> FIELDS = List.of("lines", "with");

    /** Of a block of text: its sign, and the number that says how much of its lines is no indent. */
    private static final Pattern HEADER = Pattern.compile("([|>])[-+]?(\\d?)[-+]?\\s*(?:#.*)?");

    /** Files in which an indent means something. */
    private static final Pattern INDENTED = Pattern.compile(".*\\.(?:ya?ml|py)");

    /** What stands between a field's name or a dash and what it is usually seen to hold. */
    private static final int USUAL = 2;

    private static final Pattern KEY = Pattern.compile(" *(?:- +)*+");
    private static final Pattern BLANKS = Pattern.compile("(?:.*[-,\\[])? {2,}");
    private static final String KEEP_LINES = "write them as a block behind '|', or as a list of lines";

    private final Lines lines;
    private final FileTree recipe;
    private final List<LintFinding> findings = new ArrayList<>();

    private IndentLint(Lines lines, FileTree recipe) {
        this.lines = lines;
        this.recipe = recipe;
    }

    /**
     * What is found in {@code edits} that stand in {@code text}.
     *
     * @param recipe the base's recipe/, empty where there is none
     */
    static List<LintFinding> check(List<Edit> edits, String text, FileTree recipe) {
        IndentLint lint = new IndentLint(Lines.of(text), recipe);
        for (Edit edit : edits) {
            edit.textFile()
                    .ifPresent(file -> FIELDS.forEach(
                            field -> edit.written().scalars(field).forEach(scalar -> lint.check(edit, file, scalar))));
        }
        return lint.findings;
    }

    private void check(Edit edit, String file, Scalar scalar) {
        int number = scalar.at().line() - 1;
        if (scalar.text().isBlank() || number < 0 || number >= lines.size()) {
            return;
        }
        String line = lines.get(number).text();
        int column = scalar.at().column() - 1;
        if (column < 0 || column > line.codePointCount(0, line.length())) {
            return;
        }
        int start = line.offsetByCodePoints(0, column);
        String before = line.substring(0, start);
        String behind = line.substring(start);
        Matcher header = HEADER.matcher(behind);
        if (scalar.plain()) {
            checkPlain(edit, scalar, before, behind);
        } else if (header.matches()) {
            checkBlock(edit, file, scalar, header, in(before));
        }
    }

    /** The column of the key or dash before a block, from which the number in its header counts. */
    private static int in(String before) {
        String stripped = before.stripTrailing();
        Matcher key = KEY.matcher(before);
        return stripped.endsWith("-") || !key.lookingAt() ? stripped.length() - 1 : key.end();
    }

    private void checkBlock(Edit edit, String file, Scalar scalar, Matcher header, int in) {
        List<Line> block = block(scalar.at().line(), in);
        boolean folded = header.group(1).equals(">");
        if (block.isEmpty()) {
            return;
        }
        if (folded && scalar.text().strip().lines().count() < block.size()) {
            warn(
                    edit,
                    scalar,
                    "its %d lines become '%s'"
                            .formatted(block.size(), scalar.text().strip()),
                    KEEP_LINES);
        } else if (header.group(2).isEmpty()) {
            checkIndent(edit, file, scalar, block.get(0).indent().length() - in - USUAL, in);
        }
    }

    /** @param lost what a block's first line has more than it needs */
    private void checkIndent(Edit edit, String file, Scalar scalar, int lost, int in) {
        int beside = beside(edit, file).map(line -> line.indent().length()).orElse(0);
        int wanted = beside > 0 || !INDENTED.matcher(file).matches() ? beside : Math.max(lost, 0);
        if (wanted > 0) {
            warn(
                    edit,
                    scalar,
                    "'%s' lands without an indent%s: YAML takes that of a block's first line away"
                            .formatted(
                                    scalar.text().lines().findFirst().orElse(""),
                                    beside > 0 ? ", beside a line that has one of " + beside : ""),
                    "write '|%d', and for an indent of %d put %d blanks before the line; or a list of quoted lines"
                            .formatted(USUAL, wanted, in + USUAL + wanted));
        }
    }

    /** The lines of a block that are not blank, from {@code first} on. */
    private List<Line> block(int first, int in) {
        List<Line> block = new ArrayList<>();
        for (Line line : lines.lines().subList(first, lines.size())) {
            if (!line.text().isBlank()) {
                if (line.indent().length() <= in) {
                    break;
                }
                block.add(line);
            }
        }
        return block;
    }

    /** The line of the base that the lines stand for, or that they are placed by; an earlier edit may make it. */
    private Optional<Line> beside(Edit edit, String file) {
        return TreePath.wrongWith(file).isEmpty()
                ? recipe.get(TreePath.of(file))
                        .flatMap(TreeFile::text)
                        .flatMap(edit::lineBeside)
                        .map(line -> new Line(line, ""))
                : Optional.empty();
    }

    private void checkPlain(Edit edit, Scalar scalar, String before, String behind) {
        if (!behind.startsWith(scalar.text())) {
            warn(edit, scalar, "its lines become one, '%s'".formatted(scalar.text()), KEEP_LINES);
        } else if (BLANKS.matcher(before).matches()) {
            warn(
                    edit,
                    scalar,
                    "'%s' lands without an indent: YAML takes blanks before a text away".formatted(scalar.text()),
                    "quote the line, its indent too, or write one blank before it");
        }
    }

    private void warn(Edit edit, Scalar scalar, String what, String fix) {
        findings.add(LintFinding.warning(scalar.at(), edit.title() + ": " + what, fix));
    }
}
