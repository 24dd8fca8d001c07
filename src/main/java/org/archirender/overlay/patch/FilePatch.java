package org.archirender.overlay.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;

/**
 * What a unified diff does to one file.
 *
 * @param path of the file, relative to what the diff is against
 * @param created whether there must be none before
 * @param deleted whether there is none afterwards
 * @param executable the mode that the diff sets; empty where it leaves the mode
 */
record FilePatch(String path, boolean created, boolean deleted, Optional<Boolean> executable, List<Hunk> hunks) {
    private static final int LONGEST_SHOWN = 80;

    FilePatch {
        hunks = List.copyOf(hunks);
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
     * The patched content: every hunk exactly at its place.
     *
     * @throws EditRefusal with what stands there instead
     */
    String apply(String content) {
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
        List<String> found = new ArrayList<>();
        for (int i = 0; i + hunk.before().size() <= old.size() && found.size() < 3; i++) {
            if (old.subList(i, i + hunk.before().size()).equals(hunk.before())) {
                found.add("line " + (i + 1));
            }
        }
        return found.isEmpty() ? "" : "; what it looks for begins in " + String.join(", ", found);
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
