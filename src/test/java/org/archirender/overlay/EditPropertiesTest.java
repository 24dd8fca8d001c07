package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.script.CommentLines;
import org.archirender.overlay.script.DeleteLines;
import org.archirender.overlay.script.EditFlags;
import org.archirender.overlay.script.GuardLines;
import org.archirender.overlay.script.LineRange;
import org.archirender.overlay.script.ReplaceLines;
import org.archirender.overlay.script.ScriptText;
import org.archirender.overlay.script.TextEdit;
import org.archirender.problem.InputException;
import org.archirender.text.Lines;
import org.archirender.text.Lines.Line;

/** What holds for every text and every edit. */
class EditPropertiesTest {
    private static final String[] LINES = {
        "make",
        "make check",
        "  make",
        "\t./configure --a \\",
        "./configure",
        "#!/bin/sh",
        "",
        "fi",
        "if x; then",
        "# make",
        "\ud83d\ude00 --b=\"c d\"",
        "\\",
        "'",
        "\u2028x"
    };

    @Provide
    Arbitrary<String> scripts() {
        // A file that mixes lone carriage returns with newlines can't be told from one with CRLF.
        Arbitrary<String> body = Arbitraries.of(List.of("\r"), List.of("\n", "\r\n"))
                .flatMap(ends -> Combinators.combine(Arbitraries.of(LINES), Arbitraries.of(ends))
                        .as(String::concat)
                        .list()
                        .ofMaxSize(12)
                        .map(lines -> String.join("", lines)));
        return Combinators.combine(Arbitraries.of("", "\ufeff"), body, Arbitraries.of("", "make", "x \\"))
                .as((mark, text, last) -> mark + text + last);
    }

    @Provide
    Arbitrary<String> edits() {
        Arbitrary<String> anchor =
                Arbitraries.of("make", "^make", "\"~^\\\\s*make$\"", "^./configure", "fi", "make check");
        Arbitrary<String> which = Arbitraries.of("", "  nth: 1\n", "  nth: 2\n", "  within: {after: ./configure}\n");
        return Combinators.combine(anchor, anchor, which)
                .flatAs((one, other, pick) -> Arbitraries.of(
                        "- insert-lines: build.sh\n  before: " + one + "\n  lines: [new]\n" + pick,
                        "- insert-lines: build.sh\n  after: " + one + "\n  lines: [new, newer]\n  repeat: true\n"
                                + pick,
                        "- insert-lines: build.sh\n  at: start\n  lines: [new]\n",
                        "- insert-lines: build.sh\n  at: end\n  lines: [new]\n",
                        "- set-env: build.sh\n  vars: {A: b}\n",
                        "- replace-lines: build.sh\n  match: " + one + "\n  with: [new]\n  why: w\n" + pick,
                        "- replace-lines: build.sh\n  match: " + one + "\n  through: " + other
                                + "\n  with: [new]\n  why: w\n" + pick,
                        "- delete-lines: build.sh\n  match: " + one + "\n  why: w\n" + pick,
                        "- comment-lines: build.sh\n  match: " + one + "\n  why: w\n" + pick,
                        "- guard-lines: build.sh\n  match: " + one + "\n  if: x\n  why: w\n" + pick,
                        "- edit-flags: build.sh\n  command: " + one + "\n  add: [--x, --y]\n" + pick,
                        "- edit-flags: build.sh\n  command: " + one + "\n  add: [--x]\n  after: --a\n" + pick,
                        "- edit-flags: build.sh\n  command: " + one + "\n  remove: --a\n  why: w\n" + pick,
                        "- edit-flags: build.sh\n  command: " + one + "\n  change: {--a: --z}\n  why: w\n" + pick));
    }

    @Property(tries = 2000)
    void noEditChangesALineThatItDoesNotName(@ForAll("scripts") String script, @ForAll("edits") String text) {
        TextEdit edit = Edits.text(text);
        EditOutcome outcome = EditOutcome.of(script, edit);
        if (outcome.status() != EditStatus.APPLIED) {
            assertThat(outcome.text()).isEqualTo(script);
            assertThat(outcome.message()).isNotEmpty();
            return;
        }
        assertThat(outcome.text()).isNotEqualTo(script);
        List<Line> before = lines(script);
        List<Line> after = lines(outcome.text());
        int above = 0;
        while (above < Math.min(before.size(), after.size()) && same(before.get(above), after.get(above))) {
            above++;
        }
        LineRange named = named(script, edit).orElse(new LineRange(above, above));
        assertThat(above).isGreaterThanOrEqualTo(named.from());
        for (int i = 1; i <= before.size() - named.to(); i++) {
            assertThat(same(before.get(before.size() - i), after.get(after.size() - i)))
                    .as("line %d from below of %s", i, List.of(before, after))
                    .isTrue();
        }
        assertThat(outcome.text().startsWith("\ufeff")).isEqualTo(script.startsWith("\ufeff"));
    }

    /** The same text and end; a last line without an end may get one, and lose it. */
    private static boolean same(Line one, Line other) {
        return one.text().equals(other.text())
                && (one.end().equals(other.end())
                        || one.end().isEmpty()
                        || other.end().isEmpty());
    }

    /** The lines that an edit may change or take away; empty for one that inserts. */
    private static Optional<LineRange> named(String script, TextEdit edit) {
        ScriptText text = ScriptText.of("build.sh", script.startsWith("\ufeff") ? script.substring(1) : script);
        if (edit instanceof ReplaceLines replace) {
            return Optional.of(text.range(replace.match(), replace.through()));
        } else if (edit instanceof DeleteLines delete) {
            return Optional.of(text.range(delete.match(), delete.through()));
        } else if (edit instanceof CommentLines comment) {
            return Optional.of(text.range(comment.match(), comment.through()));
        } else if (edit instanceof GuardLines guard) {
            return Optional.of(text.range(guard.match(), guard.through()));
        } else if (edit instanceof EditFlags flags) {
            return Optional.of(text.find(flags.command()));
        }
        return Optional.empty();
    }

    private static List<Line> lines(String text) {
        return Lines.of(text.startsWith("\ufeff") ? text.substring(1) : text).lines();
    }

    @Property(tries = 2000)
    void aSecondApplicationNeverWritesMoreOfTheSame(@ForAll("scripts") String script, @ForAll("edits") String text) {
        TextEdit edit = Edits.text(text);
        EditOutcome once = EditOutcome.of(script, edit);
        boolean writes =
                List.of("insert-lines", "set-env", "guard-lines", "edit-flags").contains(edit.operation());
        boolean idempotent = writes && !text.contains("repeat") && !text.contains("nth") && !text.contains("remove");
        // A command or quote that goes on behind the file's end swallows what comes below it.
        boolean open = script.strip().endsWith("\\") || script.contains("'");
        if (once.status() != EditStatus.APPLIED || !idempotent || open) {
            return;
        }
        EditOutcome twice = EditOutcome.of(once.text(), edit);
        assertThat(twice.status()).isNotEqualTo(EditStatus.APPLIED);
    }

    @Property(tries = 500)
    void anyTextIsAnOverlayOrRefused(@ForAll String text, @ForAll("edits") String edit) {
        for (String overlay : List.of(text, "overlay: 1\npackage: x\nedits:\n" + edit + text)) {
            try {
                assertThat(Overlay.read(overlay, "overlay.yaml").name()).isNotNull();
            } catch (InputException e) {
                assertThat(e.problems()).isNotEmpty();
            }
        }
    }

    @Property(tries = 500)
    void anyStringMayBeEditedByAnyString(@ForAll String script, @ForAll String one, @ForAll String other) {
        String quoted = "'" + one.replaceAll("[\\p{Cntrl}\\p{Cs}']", "") + "x'";
        String also = "'" + other.replaceAll("[\\p{Cntrl}\\p{Cs}']", "") + "y'";
        for (String text : List.of(
                "- edit-flags: build.sh\n  command: " + quoted + "\n  add: " + also + "\n  after: " + quoted + "\n",
                "- replace-lines: build.sh\n  match: " + quoted + "\n  with: " + also + "\n  why: w\n")) {
            Overlay overlay;
            try {
                overlay = Edits.overlay(text);
            } catch (InputException e) {
                assertThat(e.problems()).isNotEmpty();
                continue;
            }
            TextEdit edit = (TextEdit) overlay.edits().get(0);
            assertThat(EditOutcome.of(script + "\n" + one + "x\n", edit).status())
                    .isNotNull();
        }
    }
}
