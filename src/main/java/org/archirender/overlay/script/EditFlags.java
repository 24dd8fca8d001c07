package org.archirender.overlay.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.Pair;
import org.archirender.overlay.script.CommandWords.Word;
import org.archirender.text.Lines;
import org.archirender.text.NearMiss;

/** Changes words of one logical command line. */
final class EditFlags {
    private final String where;
    private final TextEdit.EditFlags edit;
    private final List<String> present = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private String command;

    private EditFlags(String where, TextEdit.EditFlags edit, String command) {
        this.where = where;
        this.edit = edit;
        this.command = command;
    }

    static Lines edit(ScriptText script, TextEdit.EditFlags edit) {
        LineRange range = script.find(edit.command());
        String where = "the command in recipe/" + script.file() + ", " + range.words() + ",";
        EditFlags flags = new EditFlags(where, edit, String.join("\n", script.texts(range)));
        flags.refuseWherePresent();
        edit.change().forEach(flags::change);
        edit.remove().forEach(flags::remove);
        if (!edit.add().isEmpty()) {
            flags.add();
        }
        return script.with(range, List.of(flags.command.split("\n", -1)));
    }

    private List<String> words() {
        return CommandWords.of(command).stream().map(Word::text).toList();
    }

    /** Nothing is done where a part of the edit is done already, or can't be. */
    private void refuseWherePresent() {
        List<String> words = words();
        for (Pair change : edit.change()) {
            if (!words.contains(change.name()) && words.contains(change.value())) {
                present.add(change.value());
            }
        }
        edit.add().stream().filter(flag -> has(words, flag)).forEach(present::add);
        edit.remove().stream().filter(word -> !words.contains(word)).forEach(gone::add);
        int writes = edit.change().size() + edit.add().size();
        if (!present.isEmpty()) {
            boolean whole =
                    present.size() == writes && gone.size() == edit.remove().size();
            throw new EditRefusal(
                    whole ? EditStatus.ALREADY_PRESENT : EditStatus.PARTLY_PRESENT,
                    where + " has " + quoted(present) + " already");
        }
        for (String flag : edit.add()) {
            refuseOtherValue(words, flag);
        }
    }

    private static boolean has(List<String> words, String flag) {
        List<String> parts = CommandWords.of(flag).stream().map(Word::text).toList();
        return !parts.isEmpty() && Collections.indexOfSubList(words, parts) >= 0;
    }

    private void refuseOtherValue(List<String> words, String flag) {
        int equals = flag.indexOf('=');
        if (equals <= 0) {
            return;
        }
        String name = flag.substring(0, equals + 1);
        boolean replaced = edit.remove().stream().anyMatch(word -> word.startsWith(name));
        List<String> others =
                words.stream().filter(word -> word.startsWith(name)).limit(3).toList();
        if (!others.isEmpty() && !replaced) {
            throw new EditRefusal(EditStatus.PARTLY_PRESENT, where + " has " + quoted(others) + " already");
        }
    }

    /** The one word that is {@code text}. */
    private Word find(String text) {
        List<Word> hits = CommandWords.of(command).stream()
                .filter(word -> word.text().equals(text))
                .toList();
        return only(hits, text);
    }

    private Word only(List<Word> hits, String text) {
        if (hits.isEmpty()) {
            throw new EditRefusal(
                    EditStatus.FLAG_MISSING, where + " has no word '" + text + "'", NearMiss.of(text, words()));
        }
        if (hits.size() > 1) {
            throw new EditRefusal(
                    EditStatus.ANCHOR_AMBIGUOUS, where + " has '" + text + "' in " + hits.size() + " words");
        }
        return hits.get(0);
    }

    private void change(Pair change) {
        Word word = find(change.name());
        splice(word.from(), word.to(), change.value());
    }

    private void remove(String text) {
        Word word = find(text);
        int lineStart = command.lastIndexOf('\n', word.from()) + 1;
        int lineEnd = end(word.to());
        String rest = command.substring(word.to(), lineEnd).strip();
        boolean first = command.substring(lineStart, word.from()).isBlank();
        if (!first) {
            splice(blanksBefore(word.from(), lineStart), word.to(), "");
        } else if (!rest.isEmpty() && !rest.equals("\\")) {
            splice(
                    word.from(),
                    lineEnd
                            - command.substring(word.to(), lineEnd)
                                    .stripLeading()
                                    .length(),
                    "");
        } else if (lineEnd < command.length()) {
            splice(lineStart, lineEnd + 1, "");
        } else {
            // The last line of the command goes, and with it the backslash that led to it.
            int before = Math.max(0, lineStart - 2);
            splice(lineStart == 0 ? word.from() : blanksBefore(before, 0), lineEnd, "");
        }
    }

    private void add() {
        if (edit.after().isEmpty()) {
            int end = endOfCommand();
            splice(end, end, " " + String.join(" ", edit.add()));
            return;
        }
        Word word = only(wordsWith(edit.after().get()), edit.after().get());
        if (command.indexOf('\n') < 0) {
            splice(word.to(), word.to(), " " + String.join(" ", edit.add()));
            return;
        }
        int lineStart = command.lastIndexOf('\n', word.from()) + 1;
        int lineEnd = end(word.to());
        String indent = Lines.of(command.substring(lineStart, lineEnd)).get(0).indent();
        StringBuilder below = new StringBuilder();
        if (lineEnd < command.length()) {
            edit.add().forEach(flag -> below.append(indent).append(flag).append(" \\\n"));
            splice(lineEnd + 1, lineEnd + 1, below.toString());
        } else {
            edit.add().forEach(flag -> below.append(" \\\n").append(indent).append(flag));
            splice(lineEnd, lineEnd, below.toString());
        }
    }

    /** Words that are {@code text}; where there is none, those that it is a part of. */
    private List<Word> wordsWith(String text) {
        List<Word> all = CommandWords.of(command);
        List<Word> whole = all.stream().filter(word -> word.text().equals(text)).toList();
        return whole.isEmpty()
                ? all.stream().filter(word -> word.text().contains(text)).toList()
                : whole;
    }

    /** The command's end; before a comment behind it, since a word there would be none of the command. */
    private int endOfCommand() {
        List<Word> words = CommandWords.of(command);
        int last = words.isEmpty() ? 0 : words.get(words.size() - 1).to();
        String rest = command.substring(last).replace("\\\n", " ").stripLeading();
        return rest.startsWith("#") ? last : command.length();
    }

    private int end(int from) {
        int newline = command.indexOf('\n', from);
        return newline < 0 ? command.length() : newline;
    }

    private int blanksBefore(int from, int least) {
        int start = from;
        while (start > least && (command.charAt(start - 1) == ' ' || command.charAt(start - 1) == '\t')) {
            start--;
        }
        return start;
    }

    private void splice(int from, int to, String with) {
        command = command.substring(0, from) + with + command.substring(to);
    }

    private static String quoted(List<String> words) {
        return "'" + String.join("', '", words) + "'";
    }
}
