package org.archirender.tree;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** The hunks of a unified diff between two texts. */
final class UnifiedHunks {
    private static final int CONTEXT = 3;

    /** Below a line that ends its file without a newline, in diff's own words. */
    private static final String NO_NEWLINE = "\n\\ No newline at end of file";

    private UnifiedHunks() {}

    /** Hunk headers and lines without their ends; none where the texts are equal. */
    static List<String> of(String before, String after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        List<String> hunks = new ArrayList<>();
        List<AbstractDelta<String>> near = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            if (!near.isEmpty() && delta.getSource().getPosition() - end(last(near)) > 2 * CONTEXT) {
                add(hunks, near, old, now);
                near.clear();
            }
            near.add(delta);
        }
        if (!near.isEmpty()) {
            add(hunks, near, old, now);
        }
        return hunks;
    }

    private static void add(
            List<String> hunks, List<AbstractDelta<String>> deltas, List<String> old, List<String> now) {
        AbstractDelta<String> first = deltas.get(0);
        int start = Math.max(0, first.getSource().getPosition() - CONTEXT);
        int newStart = first.getTarget().getPosition() - (first.getSource().getPosition() - start);
        int end = Math.min(old.size(), end(last(deltas)) + CONTEXT);
        int newEnd = Math.min(now.size(), last(deltas).getTarget().last() + 1 + (end - end(last(deltas))));
        hunks.add("@@ -%s +%s @@".formatted(range(start, end), range(newStart, newEnd)));
        int at = start;
        for (AbstractDelta<String> delta : deltas) {
            put(hunks, " ", old.subList(at, delta.getSource().getPosition()));
            put(hunks, "-", delta.getSource().getLines());
            put(hunks, "+", delta.getTarget().getLines());
            at = end(delta);
        }
        put(hunks, " ", old.subList(at, end));
    }

    private static void put(List<String> hunks, String mark, List<String> lines) {
        lines.forEach(line -> hunks.addAll(List.of((mark + line).split("\n", -1))));
    }

    /** {@code start,count} with {@code start} from 1, or from 0 for no lines. */
    private static String range(int start, int end) {
        int count = end - start;
        int first = count == 0 ? start : start + 1;
        return count == 1 ? Integer.toString(first) : first + "," + count;
    }

    /** Behind the delta's last old line, 0-based. */
    private static int end(AbstractDelta<String> delta) {
        return delta.getSource().getPosition() + delta.getSource().size();
    }

    private static AbstractDelta<String> last(List<AbstractDelta<String>> deltas) {
        return deltas.get(deltas.size() - 1);
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        String last = lines.remove(lines.size() - 1);
        if (!last.isEmpty()) {
            lines.add(last + NO_NEWLINE);
        }
        return lines;
    }
}
