package org.archirender.tree;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** The hunks of a unified diff between two texts, with three lines of context. */
final class UnifiedHunks {
    private UnifiedHunks() {}

    /** Hunk headers and lines without their ends; none where the texts are equal. */
    static List<String> of(String before, String after) {
        RawText old = new RawText(before.getBytes(StandardCharsets.UTF_8));
        RawText now = new RawText(after.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream hunks = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(hunks)) {
            formatter.format(new HistogramDiff().diff(RawTextComparator.DEFAULT, old, now), old, now);
        } catch (IOException e) {
            throw new UncheckedIOException("memory is always writable", e);
        }
        String text = hunks.toString(StandardCharsets.UTF_8);
        return text.isEmpty()
                ? List.of()
                : List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }
}
