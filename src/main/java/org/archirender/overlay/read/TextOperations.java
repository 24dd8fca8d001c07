package org.archirender.overlay.read;

import static org.archirender.overlay.edit.EditShape.ANCHOR;
import static org.archirender.overlay.edit.EditShape.COUNT;
import static org.archirender.overlay.edit.EditShape.FILE;
import static org.archirender.overlay.edit.EditShape.LINES;
import static org.archirender.overlay.edit.EditShape.REGEX;
import static org.archirender.overlay.edit.EditShape.START;
import static org.archirender.overlay.edit.EditShape.WITHIN;
import static org.archirender.overlay.edit.EditShape.WORDS;
import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;
import static org.archirender.yaml.FieldShape.PAIRS;
import static org.archirender.yaml.FieldShape.TEXT;
import static org.archirender.yaml.FieldShape.TRUTH;

import java.util.List;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.overlay.script.TextEdit.CommentLines;
import org.archirender.overlay.script.TextEdit.DeleteLines;
import org.archirender.overlay.script.TextEdit.EditFlags;
import org.archirender.overlay.script.TextEdit.GuardLines;
import org.archirender.overlay.script.TextEdit.InsertLines;
import org.archirender.overlay.script.TextEdit.ReplaceLines;
import org.archirender.overlay.script.TextEdit.SetEnv;
import org.archirender.text.Anchor;
import org.archirender.yaml.Field;

/** The operations on a file's lines. */
public final class TextOperations {
    private static final Field NTH = optional("nth", COUNT, "which one of several hits, counted from 1");
    private static final Field WITHIN_FIELD = optional("within", WITHIN, "only lines between these count");
    private static final Field AT =
            optional("at", START, "`start`: below a shebang, else at the top; `end`: at the end");
    private static final Field BEFORE = optional("before", ANCHOR, "above that logical line");
    private static final Field AFTER = optional("after", ANCHOR, "below that logical line");
    private static final Field MATCH = required("match", ANCHOR, "the logical line");
    private static final Field THROUGH =
            optional("through", ANCHOR, "the first such line below `match`: all up to it, itself included, is meant");

    public static final List<Operation> ALL = List.of(
            new Operation(
                    required("set-env", FILE, "the script"),
                    List.of(
                            required("vars", PAIRS, "names and what stands behind `=`, verbatim, quotes included"),
                            AT,
                            BEFORE,
                            AFTER,
                            NTH,
                            WITHIN_FIELD),
                    "Adds `export NAME=value` lines, at the start unless told.",
                    "",
                    "- set-env: build.sh\n  vars: {STRIP: \"@binutils@-strip\"}",
                    values -> new SetEnv(
                            values.header(), values.text("set-env"), values.variables("vars"), values.linePlace())),
            new Operation(
                    required("insert-lines", FILE, "the file"),
                    List.of(
                            required("lines", LINES, "verbatim, not re-indented"),
                            AT,
                            BEFORE,
                            AFTER,
                            NTH,
                            WITHIN_FIELD,
                            optional("unless", REGEX, "found in the file, the lines count as present"),
                            optional(
                                    "repeat", TRUTH, "`true`: inserts even where the lines already stand in the file")),
                    "Inserts lines; one of `at`, `before` and `after` says where.",
                    "",
                    "- insert-lines: build.sh\n  before: \"^./configure\"\n  lines: [autoreconf]\n"
                            + "  unless: \"(?m)^\\\\s*autoreconf\"",
                    TextOperations::insertLines),
            new Operation(
                    required("replace-lines", FILE, "the file"),
                    List.of(MATCH, THROUGH, required("with", LINES, "verbatim, not re-indented"), NTH, WITHIN_FIELD),
                    "Replaces a logical line, or a range.",
                    "always",
                    "- replace-lines: build.sh\n  match: make install\n  with: [./make install]\n"
                            + "  why: the built one installs itself",
                    values -> new ReplaceLines(
                            values.headerWithWhy("replaces lines"),
                            values.text("replace-lines"),
                            values.anchor("match"),
                            values.optional("through"),
                            values.lines("with"))),
            new Operation(
                    required("delete-lines", FILE, "the file"),
                    List.of(MATCH, THROUGH, NTH, WITHIN_FIELD),
                    "Deletes a logical line, or a range.",
                    "always",
                    "- delete-lines: build.sh\n  match: \"^export CFLAGS=\"\n  why: sets an x86 architecture",
                    values -> new DeleteLines(
                            values.headerWithWhy("removes lines"),
                            values.text("delete-lines"),
                            values.anchor("match"),
                            values.optional("through"))),
            new Operation(
                    required("comment-lines", FILE, "the file"),
                    List.of(MATCH, THROUGH, NTH, WITHIN_FIELD),
                    "Puts `# ` at the own indent of each line of a logical line, or of a range; blank lines stay.",
                    "always",
                    "- comment-lines: build.sh\n  match: make check\n  why: the image lacks the locales",
                    values -> new CommentLines(
                            values.headerWithWhy("disables lines"),
                            values.text("comment-lines"),
                            values.anchor("match"),
                            values.optional("through"))),
            new Operation(
                    required("edit-flags", FILE, "the script"),
                    List.of(
                            required("command", ANCHOR, "the logical command line"),
                            optional("add", WORDS, "words that are added at its end"),
                            optional("remove", WORDS, "words that go"),
                            optional("change", PAIRS, "words and what each becomes, in place"),
                            optional("after", TEXT, "a word, or a part of one, that the added words follow"),
                            NTH,
                            WITHIN_FIELD),
                    "Changes words of one command. With `after`, and a command over several lines, each added word gets a"
                            + " line of its own below that word's, at its indent.",
                    "with `remove` or `change`",
                    "- edit-flags: build.sh\n  command: \"^./configure\"\n"
                            + "  add: [\"--host=${HOST}\", \"--build=${BUILD}\"]",
                    TextOperations::editFlags),
            new Operation(
                    required("guard-lines", FILE, "the script"),
                    List.of(
                            MATCH,
                            THROUGH,
                            required("if", TEXT, "the condition, as it stands between `if` and `; then`"),
                            NTH,
                            WITHIN_FIELD),
                    "Wraps a logical line, or a range, in `if …; then` and `fi` at its indent; the lines themselves stay.",
                    "always",
                    "- guard-lines: build.sh\n  match: make check\n  if: \"[[ ${target_platform} != linux-aarch64 ]]\"\n"
                            + "  why: the test suite takes hours under qemu",
                    values -> new GuardLines(
                            values.headerWithWhy("disables lines somewhere"),
                            values.text("guard-lines"),
                            values.anchor("match"),
                            values.optional("through"),
                            values.text("if"))));

    private TextOperations() {}

    private static Edit insertLines(EditValues values) {
        if (!values.has("at") && !values.has("before") && !values.has("after")) {
            values.refuse("insert-lines does not say where", "give one of 'at', 'before' and 'after'");
        }
        return new InsertLines(
                values.header(),
                values.text("insert-lines"),
                values.lines("lines"),
                values.linePlace(),
                values.optional("unless"),
                values.truth("repeat"));
    }

    private static Edit editFlags(EditValues values) {
        if (!values.has("add") && !values.has("remove") && !values.has("change")) {
            values.refuse("edit-flags says nothing to do", "give one of 'add', 'remove' and 'change'");
        }
        if (values.has("after") && !values.has("add")) {
            values.refuse("'after' says where words are added, but there is no 'add'", "add it, or remove 'after'");
        }
        boolean takesAway = values.has("remove") || values.has("change");
        Anchor command = values.anchor("command");
        return new EditFlags(
                takesAway ? values.headerWithWhy("removes or replaces words") : values.header(),
                values.text("edit-flags"),
                command,
                values.texts("add"),
                values.texts("remove"),
                values.pairs("change"),
                values.optional("after"));
    }
}
