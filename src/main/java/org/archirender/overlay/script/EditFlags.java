package org.archirender.overlay.script;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.overlay.edit.Pair;
import org.archirender.overlay.script.CommandWords.Word;
import org.archirender.text.Anchor;
import org.archirender.text.Lines;
import org.archirender.text.NearMiss;
import org.archirender.yaml.FieldShapes;

/** {@code edit-flags: FILE}: words of one logical command line. */
public record EditFlags(
        EditValues written,
        Anchor command,
        List<String> add,
        List<String> remove,
        List<Pair> change,
        Optional<String> after)
        implements TextEdit {
    public static final Operation OPERATION = new Operation(
            required("edit-flags", EditShape.FILE, "the script"),
            List.of(
                    required("command", EditShape.ANCHOR, "the logical command line"),
                    optional("add", EditShape.WORDS, "words that are added at its end"),
                    optional("remove", EditShape.WORDS, "words that go"),
                    optional("change", FieldShapes.PAIRS, "words and what each becomes, in place"),
                    optional("after", FieldShapes.TEXT, "a word, or a part of one, that the added words follow"),
                    NTH,
                    WITHIN),
            "Changes words of one command. With `after`, and a command over several lines, each added word gets a"
                    + " line of its own below that word's, at its indent.",
            Reach.CHARS,
            new Why(
                    "with `remove` or `change`",
                    values -> values.has("remove") || values.has("change") ? "removes or replaces words" : ""),
            """
            - edit-flags: build.sh
              command: "^./configure"
              add: ["--host=${HOST}", "--build=${BUILD}"]""",
            EditFlags::of);

    private static EditFlags of(EditValues values) {
        if (!values.has("add") && !values.has("remove") && !values.has("change")) {
            values.refuse("edit-flags says nothing to do", "give one of 'add', 'remove' and 'change'");
        }
        if (values.has("after") && !values.has("add")) {
            values.refuse("'after' says where words are added, but there is no 'add'", "add it, or remove 'after'");
        }
        return new EditFlags(
                values,
                values.anchor("command"),
                values.texts("add"),
                values.texts("remove"),
                values.pairs("change"),
                values.optional("after"));
    }

    @Override
    public Lines apply(ScriptText script) {
        LineRange range = script.find(command);
        String where = "the command in recipe/" + file() + ", " + range.words() + ",";
        CommandLine line = new CommandLine(String.join("\n", script.texts(range)));
        refuseWherePresent(where, texts(line));
        change.forEach(pair -> line.replace(only(where, line, String::equals, pair.name()), pair.value()));
        remove.forEach(word -> line.remove(only(where, line, String::equals, word)));
        if (after.isPresent()) {
            boolean whole = texts(line).contains(after.get());
            line.addBehind(only(where, line, whole ? String::equals : String::contains, after.get()), add);
        } else if (!add.isEmpty()) {
            line.append(add);
        }
        return script.with(range, List.of(line.text().split("\n", -1)));
    }

    private static List<String> texts(CommandLine line) {
        return line.words().stream().map(Word::text).toList();
    }

    /** Nothing is done where a part of the edit is done already, or can't be. */
    private void refuseWherePresent(String where, List<String> words) {
        List<String> present = new ArrayList<>();
        for (Pair pair : change) {
            if (!words.contains(pair.name()) && words.contains(pair.value())) {
                present.add(pair.value());
            }
        }
        add.stream().filter(flag -> has(words, flag)).forEach(present::add);
        if (!present.isEmpty()) {
            boolean whole = present.size() == change.size() + add.size()
                    && remove.stream().noneMatch(words::contains);
            throw (whole ? EditStatus.ALREADY_PRESENT : EditStatus.PARTLY_PRESENT)
                    .refusal(where + " has " + quoted(present) + " already");
        }
        add.forEach(flag -> refuseOtherValue(where, words, flag));
    }

    private static boolean has(List<String> words, String flag) {
        List<String> parts = CommandWords.of(flag).stream().map(Word::text).toList();
        return !parts.isEmpty() && Collections.indexOfSubList(words, parts) >= 0;
    }

    private void refuseOtherValue(String where, List<String> words, String flag) {
        int equals = flag.indexOf('=');
        if (equals <= 0) {
            return;
        }
        String name = flag.substring(0, equals + 1);
        boolean replaced = remove.stream().anyMatch(word -> word.startsWith(name));
        List<String> others =
                words.stream().filter(word -> word.startsWith(name)).limit(3).toList();
        if (!others.isEmpty() && !replaced) {
            throw EditStatus.PARTLY_PRESENT.refusal(where + " has " + quoted(others) + " already");
        }
    }

    /** The one word that {@code is} {@code text}, or has it. */
    private static Word only(String where, CommandLine line, BiPredicate<String, String> is, String text) {
        List<Word> hits =
                line.words().stream().filter(word -> is.test(word.text(), text)).toList();
        if (hits.isEmpty()) {
            throw EditStatus.FLAG_MISSING.refusal(
                    where + " has no word '" + text + "'", NearMiss.of(text, texts(line)));
        }
        if (hits.size() > 1) {
            throw EditStatus.ANCHOR_AMBIGUOUS.refusal(where + " has '" + text + "' in " + hits.size() + " words");
        }
        return hits.get(0);
    }

    private static String quoted(List<String> words) {
        return "'" + String.join("', '", words) + "'";
    }

    @Override
    public String remedy(EditStatus status) {
        return switch (status) {
            case PARTLY_PRESENT -> "use 'change' on the word that is there, and leave out what is there already";
            case ANCHOR_AMBIGUOUS -> "add 'nth' or 'within' for the command, or give a word that occurs once";
            default -> TextEdit.super.remedy(status);
        };
    }
}
