package org.archirender.overlay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.archirender.overlay.script.LineRange;
import org.archirender.text.Lines;
import org.archirender.text.Lines.Line;
import org.archirender.text.Span;
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
                .map(this::reached)
                .flatMapToInt(this::writers)
                .findFirst();
    }

    /** The edit that wrote something of {@code gone}, spans of the text as it is. */
    OptionalInt overwritten(List<Span> gone) {
        return gone.stream().flatMapToInt(this::writers).findFirst();
    }

    private IntStream writers(Span span) {
        return Arrays.stream(writers, span.start(), span.end()).filter(writer -> writer != NOBODY);
    }

    /** What a change takes away; where it only adds, and to a word, the chars of that word beside it. */
    private Span reached(Change change) {
        int at = change.from();
        String with = change.with();
        if (change.length() > 0 || with.isEmpty()) {
            return new Span(at, at + change.length());
        }
        Span word = beside(at, with);
        // The same could have been added further to the left, and between words there.
        while (word.start() < word.end() && at > 0 && text.charAt(at - 1) == with.charAt(with.length() - 1)) {
            at--;
            with = text.charAt(at) + with.substring(0, with.length() - 1);
            word = beside(at, with);
        }
        return word;
    }

    private Span beside(int at, String with) {
        boolean before = at > 0 && isOfWord(text.charAt(at - 1)) && isOfWord(with.charAt(0));
        boolean behind = at < text.length() && isOfWord(text.charAt(at)) && isOfWord(with.charAt(with.length() - 1));
        return new Span(at - (before ? 1 : 0), at + (behind ? 1 : 0));
    }

    private static boolean isOfWord(char c) {
        return !Character.isWhitespace(c);
    }

    /** As the other, where it is known which lines gave way; equal ones at both ends of them stay. */
    OptionalInt overwritten(String now, LineRange gone) {
        List<Line> old = Lines.of(text).lines();
        List<Line> before = old.subList(gone.from(), gone.to());
        List<Line> all = Lines.of(now).lines();
        // Less where a lone \r and a \n have become neighbours.
        int end = Math.max(gone.from(), all.size() - (old.size() - gone.to()));
        List<Line> after = all.subList(gone.from(), end);
        int most = Math.min(before.size(), after.size());
        int above = 0;
        while (above < most && before.get(above).equals(after.get(above))) {
            above++;
        }
        int below = 0;
        while (below < most - above
                && before.get(before.size() - 1 - below).equals(after.get(after.size() - 1 - below))) {
            below++;
        }
        int from = length(old.subList(0, gone.from() + above));
        int to = length(old.subList(0, gone.to() - below));
        return Arrays.stream(writers, from, to)
                .filter(writer -> writer != NOBODY)
                .findFirst();
    }

    /** The text {@code now}, where {@code writer} wrote all lines in the place of those, the equal ones too. */
    ClaimedText after(String now, int writer, LineRange gone) {
        List<Line> old = Lines.of(text).lines();
        int above = Math.min(now.length(), length(old.subList(0, gone.from())));
        int below = Math.min(now.length() - above, length(old.subList(gone.to(), old.size())));
        int[] changed = new int[now.length()];
        System.arraycopy(writers, 0, changed, 0, above);
        Arrays.fill(changed, above, now.length() - below, writer);
        System.arraycopy(writers, writers.length - below, changed, now.length() - below, below);
        return new ClaimedText(now, changed);
    }

    private static int length(List<Line> lines) {
        return lines.stream()
                .mapToInt(line -> line.text().length() + line.end().length())
                .sum();
    }

    /**
     * The text {@code now}; what it has newly was written by {@code writer}. A line of which something was only taken
     * away shows it by its end.
     */
    ClaimedText after(String now, int writer) {
        int[] changed = new int[now.length()];
        List<Integer> ends = new ArrayList<>();
        int done = 0;
        int at = 0;
        for (Change change : changes(now, false)) {
            int kept = change.from() - done;
            System.arraycopy(writers, done, changed, at, kept);
            at += kept;
            Arrays.fill(changed, at, at + change.with().length(), writer);
            at += change.with().length();
            done = change.from() + change.length();
            int end = now.indexOf('\n', at);
            String gone = text.substring(change.from(), done);
            if (change.with().isEmpty() && !gone.isEmpty() && !gone.contains("\n") && end >= 0) {
                ends.add(end);
            }
        }
        System.arraycopy(writers, done, changed, at, writers.length - done);
        ends.forEach(end -> changed[end] = writer);
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
