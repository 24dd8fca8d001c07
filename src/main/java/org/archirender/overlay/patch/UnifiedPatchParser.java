package org.archirender.overlay.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.patch.FilePatch.Hunk;
import org.archirender.tree.TreePath;

/**
 * Reads a unified diff. What stands before a file's header, such as a commit's message, is passed over. A hunk ends where
 * its header says, so that the next file's {@code --- a/FILE} is not taken for a line that goes (JGit's parser takes it
 * so, see docs/adr/0012).
 */
final class UnifiedPatchParser {
    private static final Pattern HEADER =
            Pattern.compile("@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*");
    private static final Pattern GIT = Pattern.compile("diff --git a/(.+) b/\\1");
    private static final Pattern UNSUPPORTED = Pattern.compile(
            "(rename|copy) (from|to) .*|GIT binary patch|Binary files .* differ|diff --(cc|combined) .*");
    private static final String NOTHING = "/dev/null";

    private final List<String> lines;
    private final List<FilePatch> files = new ArrayList<>();
    private int next;

    /** What git's header says about the file whose hunks come next. */
    private Optional<String> gitPath = Optional.empty();

    private boolean created;
    private boolean deleted;
    private Optional<Boolean> executable = Optional.empty();

    private UnifiedPatchParser(String text) {
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        this.lines = List.of(body.split("\n", -1));
    }

    static List<FilePatch> parse(String text) {
        UnifiedPatchParser parser = new UnifiedPatchParser(text);
        while (parser.next < parser.lines.size()) {
            parser.readLine();
        }
        parser.finishGitFile();
        if (parser.files.isEmpty()) {
            throw EditStatus.PATCH_REJECTED.refusal("the patch has no file header, '--- a/FILE', in it");
        }
        return parser.files;
    }

    private void readLine() {
        String line = line(next);
        if (UNSUPPORTED.matcher(line).matches()) {
            throw refusal(
                    next, "is of a kind that is not supported; 'git diff --no-renames --text' writes one that is");
        }
        if (line.startsWith("diff --git ")) {
            finishGitFile();
            Matcher git = GIT.matcher(line);
            gitPath = git.matches() ? Optional.of(git.group(1)) : Optional.empty();
        } else if (gitPath.isPresent() && line.startsWith("new file mode ")) {
            created = true;
            executable = Optional.of(line.endsWith("755"));
        } else if (gitPath.isPresent() && line.startsWith("deleted file mode ")) {
            deleted = true;
        } else if (gitPath.isPresent() && line.startsWith("new mode ")) {
            executable = Optional.of(line.endsWith("755"));
        } else if (line.startsWith("--- ")
                && next + 1 < lines.size()
                && line(next + 1).startsWith("+++ ")) {
            readFile();
            return;
        } else if (line.startsWith("@@ ")) {
            throw refusal(next, "is a hunk without a file header, '--- a/FILE' and '+++ b/FILE'");
        }
        next++;
    }

    /** A file that git's header names and that has no hunks: empty, or only its mode changes. */
    private void finishGitFile() {
        if (gitPath.isPresent() && (created || deleted || executable.isPresent())) {
            add(gitPath.get(), next - 1, List.of());
        }
        forgetGit();
    }

    private void forgetGit() {
        gitPath = Optional.empty();
        created = false;
        deleted = false;
        executable = Optional.empty();
    }

    private void readFile() {
        String old = path(next, "--- ");
        String now = path(next + 1, "+++ ");
        int header = next;
        next += 2;
        boolean git = (old.startsWith("a/") || old.equals(NOTHING)) && (now.startsWith("b/") || now.equals(NOTHING));
        String oldPath = git && !old.equals(NOTHING) ? old.substring(2) : old;
        String newPath = git && !now.equals(NOTHING) ? now.substring(2) : now;
        created |= old.equals(NOTHING);
        deleted |= now.equals(NOTHING);
        if (!created && !deleted && !oldPath.equals(newPath)) {
            throw refusal(header, "names another file than the line below it, '" + newPath + "'");
        }
        List<Hunk> hunks = new ArrayList<>();
        while (next < lines.size() && line(next).startsWith("@@ ")) {
            hunks.add(readHunk());
        }
        if (hunks.isEmpty()) {
            throw refusal(header, "is followed by no hunk");
        }
        add(deleted ? oldPath : newPath, header, hunks);
        forgetGit();
    }

    private void add(String path, int header, List<Hunk> hunks) {
        String wrong = TreePath.wrongWith(path);
        if (!wrong.isEmpty()) {
            throw refusal(header, "has a path that " + wrong);
        }
        files.add(new FilePatch(TreePath.of(path), created, deleted, executable, hunks));
    }

    /** The path behind {@code mark}, without a time stamp. */
    private String path(int at, String mark) {
        String rest = line(at).substring(mark.length());
        int tab = rest.indexOf('\t');
        String path = tab < 0 ? rest.stripTrailing() : rest.substring(0, tab);
        if (path.startsWith("\"")) {
            throw refusal(at, "has a path in quotes, which is not supported");
        }
        return path;
    }

    private Hunk readHunk() {
        int header = next++;
        Matcher range = HEADER.matcher(line(header));
        if (!range.matches()) {
            throw refusal(header, "is no hunk header");
        }
        int oldCount = count(range, 2);
        int newCount = count(range, 4);
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        while (before.size() < oldCount || after.size() < newCount) {
            readHunkLine(header, before, after);
        }
        if (before.size() > oldCount || after.size() > newCount || goesOn()) {
            throw refusal(header, "counts fewer lines than the hunk has");
        }
        return new Hunk(header + 1, start(range, 1, oldCount), start(range, 3, newCount), before, after);
    }

    private void readHunkLine(int header, List<String> before, List<String> after) {
        if (next == lines.size()) {
            throw refusal(header, "counts more lines than the hunk has");
        }
        String line = lines.get(next++);
        boolean unended = next < lines.size() && lines.get(next).startsWith("\\ ");
        String content = (line.isEmpty() ? "" : line.substring(1)) + (unended ? "" : "\n");
        switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case ' ' -> {
                before.add(content);
                after.add(content);
            }
            case '-' -> before.add(content);
            case '+' -> after.add(content);
            default -> throw refusal(next - 1, "is no line of a hunk");
        }
        next += unended ? 1 : 0;
    }

    /** Whether the next line would belong to the hunk that should be at its end. */
    private boolean goesOn() {
        if (next == lines.size()) {
            return false;
        }
        String line = lines.get(next);
        boolean header = line.startsWith("--- ") || line.stripTrailing().equals("--");
        return line.startsWith("+") || line.startsWith(" ") || (line.startsWith("-") && !header);
    }

    private static int count(Matcher range, int group) {
        return range.group(group) == null ? 1 : Integer.parseInt(range.group(group));
    }

    /** A range of no lines names the line above it. */
    private static int start(Matcher range, int group, int count) {
        int line = Integer.parseInt(range.group(group));
        return count == 0 ? line : Math.max(0, line - 1);
    }

    /** A line of the diff's own, where a carriage return at the end means nothing. */
    private String line(int at) {
        String line = lines.get(at);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private EditRefusal refusal(int at, String message) {
        return EditStatus.PATCH_REJECTED.refusal(
                "line " + (at + 1) + " of the patch, '" + line(Math.min(at, lines.size() - 1)) + "', " + message);
    }
}
