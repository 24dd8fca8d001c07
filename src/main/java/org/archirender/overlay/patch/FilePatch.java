package org.archirender.overlay.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * What a unified diff does to one file.
 *
 * @param path of the file, relative to what the diff is against
 * @param created whether there must be none before
 * @param deleted whether there is none afterwards
 * @param executable the mode that the diff sets; empty where it leaves the mode
 */
record FilePatch(TreePath path, boolean created, boolean deleted, Optional<Boolean> executable, List<Hunk> hunks) {
    private static final int LONGEST_SHOWN = 80;

    /**
     * A hunk. Lines have their ends.
     *
     * @param patchLine where its header stands in the patch, from 1
     * @param oldStart 0-based index of its first line in the old file
     * @param newStart 0-based index of its first line in the new file
     * @param before the old file's lines, context included
     * @param after the new file's lines, context included
     */
    record Hunk(int patchLine, int oldStart, int newStart, List<String> before, List<String> after) {
        Hunk reversed() {
            return new Hunk(patchLine, newStart, oldStart, after, before);
        }
    }

    /** The same for a file elsewhere. */
    FilePatch at(TreePath other) {
        return new FilePatch(other, created, deleted, executable, hunks);
    }

    /** What undoes it; the mode before is not known and stays. */
    FilePatch reversed() {
        return new FilePatch(
                path,
                deleted,
                created,
                Optional.empty(),
                hunks.stream().map(Hunk::reversed).toList());
    }

    /**
     * The tree with the file patched, every hunk exactly at its place.
     *
     * @throws EditRefusal with what stands there instead
     */
    FileTree apply(FileTree tree) {
        Optional<TreeFile> file = tree.get(path);
        if (file.isPresent() == created) {
            throw EditStatus.PATCH_REJECTED.refusal(
                    created
                            ? "the patch creates recipe/" + path + ", which is there"
                            : "the patch changes recipe/" + path + ", which is not there");
        }
        String content = patched(file.map(TreeFile::byteText).orElse(""));
        if (!deleted) {
            boolean mode = executable.orElse(file.map(TreeFile::executable).orElse(false));
            return tree.with(path, new TreeFile(content, mode));
        }
        if (!content.isEmpty()) {
            throw EditStatus.PATCH_REJECTED.refusal(
                    "the patch deletes recipe/" + path + ", which has more than it knows");
        }
        return tree.without(path);
    }

    private String patched(String content) {
        List<String> old = lines(content);
        List<String> patched = new ArrayList<>();
        int done = 0;
        for (Hunk hunk : hunks) {
            int start = hunk.oldStart();
            int end = start + hunk.before().size();
            if (start < done
                    || end > old.size()
                    || !old.subList(start, end).equals(hunk.before())
                    || patched.size() + start - done != hunk.newStart()) {
                throw rejected(hunk, old);
            }
            patched.addAll(old.subList(done, start));
            patched.addAll(hunk.after());
            done = end;
        }
        patched.addAll(old.subList(done, old.size()));
        return String.join("", patched);
    }

    private EditRefusal rejected(Hunk hunk, List<String> old) {
        int at = hunk.oldStart();
        for (int i = 0; i < hunk.before().size(); i++) {
            String wanted = hunk.before().get(i);
            Optional<String> found = at + i < old.size() ? Optional.of(old.get(at + i)) : Optional.empty();
            if (!found.equals(Optional.of(wanted))) {
                String is = found.map(text -> " is " + shown(text)).orElse(" is not there");
                return EditStatus.PATCH_REJECTED.refusal(
                        "the hunk in line " + hunk.patchLine() + " of the patch does not fit: line " + (at + i + 1)
                                + " of recipe/" + path + is + ", the patch has " + shown(wanted)
                                + elsewhere(hunk, old));
            }
        }
        return EditStatus.PATCH_REJECTED.refusal("the hunk in line " + hunk.patchLine()
                + " of the patch has line numbers that don't go with those before");
    }

    /** Where else the lines stand that the hunk changes, at most three places. */
    private static String elsewhere(Hunk hunk, List<String> old) {
        List<String> wanted = hunk.before();
        List<String> found = new ArrayList<>();
        int[] borders = borders(wanted);
        int fit = 0; // how many lines of the hunk the lines before this one are
        for (int i = 0; i < old.size() && found.size() < 3; i++) {
            while (fit > 0 && (fit == wanted.size() || !old.get(i).equals(wanted.get(fit)))) {
                fit = borders[fit - 1];
            }
            fit += old.get(i).equals(wanted.get(fit)) ? 1 : 0;
            if (fit == wanted.size()) {
                found.add("line " + (i + 2 - fit));
            }
        }
        return found.isEmpty() ? "" : "; what it looks for begins in " + String.join(", ", found);
    }

    /** Of the first lines, one more each time, how many at their start are again at their end (Knuth, Morris, Pratt). */
    private static int[] borders(List<String> lines) {
        int[] borders = new int[lines.size()];
        for (int i = 1; i < lines.size(); i++) {
            int fit = borders[i - 1];
            while (fit > 0 && !lines.get(i).equals(lines.get(fit))) {
                fit = borders[fit - 1];
            }
            borders[i] = fit + (lines.get(i).equals(lines.get(fit)) ? 1 : 0);
        }
        return borders;
    }

    private static String shown(String line) {
        String text = line.stripTrailing();
        String end = line.endsWith("\r\n") ? " (CRLF)" : line.endsWith("\n") ? "" : " (no final newline)";
        return "'" + (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text) + "'" + end;
    }

    private static List<String> lines(String content) {
        return content.isEmpty() ? List.of() : List.of(content.split("(?<=\n)"));
    }
}
