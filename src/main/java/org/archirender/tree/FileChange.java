package org.archirender.tree;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * One file of which the content, the mode or the existence differs.
 *
 * @param before empty where the file is new
 * @param after empty where it is gone
 */
public record FileChange(TreePath path, Optional<TreeFile> before, Optional<TreeFile> after) {
    public FileChange {
        if (before.equals(after)) {
            throw new IllegalArgumentException("nothing changes in " + path);
        }
    }

    /** {@code added}, {@code removed}, {@code changed}, or {@code mode} where the bytes are the same. */
    public String kind() {
        if (before.isEmpty()) {
            return "added";
        }
        if (after.isEmpty()) {
            return "removed";
        }
        return before.get().withExecutable(false).equals(after.get().withExecutable(false)) ? "mode" : "changed";
    }

    /**
     * Header and hunks with three lines of context, as {@code git diff} prints and {@code git apply} reads them; for bytes
     * that are no text only that they differ. No line has its end.
     *
     * @param folder put before the path, or empty
     */
    public List<String> unified(String folder) {
        String name = folder.isEmpty() ? path.value() : folder + "/" + path.value();
        List<String> lines = new ArrayList<>();
        lines.add("diff --git a/%s b/%s".formatted(name, name));
        lines.addAll(modeLines());
        Optional<String> old = text(before);
        Optional<String> now = text(after);
        if (old.isEmpty() || now.isEmpty()) {
            lines.add("Binary files %s and %s differ".formatted(side(before, "a/" + name), side(after, "b/" + name)));
            return lines;
        }
        List<String> hunks = hunks(old.get(), now.get());
        if (!hunks.isEmpty()) {
            lines.add("--- " + side(before, "a/" + name));
            lines.add("+++ " + side(after, "b/" + name));
            lines.addAll(hunks);
        }
        return lines;
    }

    /** Hunk headers and lines without their ends; none where the texts are equal. */
    static List<String> hunks(String before, String after) {
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

    private List<String> modeLines() {
        if (before.isEmpty()) {
            return List.of("new file mode " + mode(after));
        }
        if (after.isEmpty()) {
            return List.of("deleted file mode " + mode(before));
        }
        return mode(before).equals(mode(after))
                ? List.of()
                : List.of("old mode " + mode(before), "new mode " + mode(after));
    }

    private static String mode(Optional<TreeFile> file) {
        return file.isPresent() && file.get().executable() ? "100755" : "100644";
    }

    private static String side(Optional<TreeFile> file, String name) {
        return file.isPresent() ? name : "/dev/null";
    }

    /** Empty text where there is no file; empty where the bytes are no text. */
    private static Optional<String> text(Optional<TreeFile> file) {
        return file.isEmpty() ? Optional.of("") : file.get().text().filter(text -> text.indexOf('\0') < 0);
    }
}
