package org.archirender.overlay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** A file's text that knows which edit wrote which char of it. */
final class ClaimedText {
    private static final int NOBODY = -1;

    private final String text;
    private final int[] writers;

    private ClaimedText(String text, int[] writers) {
        this.text = text;
        this.writers = writers;
    }

    /** A text of the base, of which no edit wrote anything. */
    static ClaimedText of(String text) {
        int[] writers = new int[text.length()];
        Arrays.fill(writers, NOBODY);
        return new ClaimedText(text, writers);
    }

    /** From {@code from} on, {@code length} chars of the old text gave way to {@code with}. */
    private record Change(int from, int length, String with) {}

    /**
     * The edit that wrote something which {@code now} has no more.
     *
     * @param wholeLines whether a line that changes counts as gone with all that it has
     */
    OptionalInt overwritten(String now, boolean wholeLines) {
        return changes(now, wholeLines).stream()
                .flatMapToInt(change -> Arrays.stream(writers, change.from(), change.from() + change.length()))
                .filter(writer -> writer != NOBODY)
                .findFirst();
    }

    /** The text {@code now}; what it has newly was written by {@code writer}. */
    ClaimedText after(String now, int writer) {
        int[] changed = new int[now.length()];
        int done = 0;
        int at = 0;
        for (Change change : changes(now, false)) {
            int kept = change.from() - done;
            System.arraycopy(writers, done, changed, at, kept);
            at += kept;
            Arrays.fill(changed, at, at + change.with().length(), writer);
            at += change.with().length();
            done = change.from() + change.length();
        }
        System.arraycopy(writers, done, changed, at, writers.length - done);
        return new ClaimedText(now, changed);
    }

    private List<Change> changes(String now, boolean wholeLines) {
        List<String> old = lines(text);
        List<String> changed = lines(now);
        int[] starts = new int[old.size() + 1];
        for (int i = 0; i < old.size(); i++) {
            starts[i + 1] = starts[i] + old.get(i).length();
        }
        List<Change> changes = new ArrayList<>();
        for (Edit edit : new HistogramDiff().diff(RawTextComparator.DEFAULT, rawText(text), rawText(now))) {
            List<String> before = old.subList(edit.getBeginA(), edit.getEndA());
            List<String> after = changed.subList(edit.getBeginB(), edit.getEndB());
            int first = edit.getBeginA();
            if (before.size() == after.size()) {
                for (int i = 0; i < before.size(); i++) {
                    changes.add(change(starts[first + i], before.get(i), after.get(i), wholeLines));
                }
            } else {
                changes.add(change(starts[first], String.join("", before), String.join("", after), wholeLines));
            }
        }
        return changes;
    }

    private static RawText rawText(String text) {
        return new RawText(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Change change(int from, String before, String after, boolean whole) {
        if (whole) {
            return new Change(from, before.length(), after);
        }
        int most = Math.min(before.length(), after.length());
        int start = 0;
        while (start < most && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        return new Change(from + start, before.length() - start - end, after.substring(start, after.length() - end));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }
}
