package org.archirender.sync;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.archirender.overlay.edit.Edit.Reach;
import org.archirender.recipe.JinjaVariable;
import org.archirender.recipe.RecipeText;
import org.archirender.tree.FileChange;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeDiff;
import org.archirender.tree.TreeFile;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * What an edit did to a recipe/ folder, by comparing it before and after.
 *
 * @param took the words that went, a line of words for each place; values that are one variable with the variable put in
 * @param wrote the lines that came
 * @param beside the lines around each place
 * @param idle whether YAML reads the same before and after
 */
record Effect(List<String> took, List<String> wrote, List<String> beside, boolean idle) {
    private static final Pattern WORD = Pattern.compile("[\\w.+!*<>=~^/@$%-]++|[^\\s\\w]");
    private static final Pattern TRUTH = Pattern.compile("(?i)true|false");
    private static final Pattern ONE_VARIABLE =
            Pattern.compile("(?<=[:=]\\s{0,9})\"?\\$?\\{\\{\\s*(\\w+)\\s*}}\"?(?=\\s*(#|$))");

    /** What turned {@code before} into {@code after}. */
    static Effect between(FileTree before, FileTree after, Reach reach) {
        List<String> took = new ArrayList<>();
        List<String> wrote = new ArrayList<>();
        List<String> beside = new ArrayList<>();
        boolean idle = !before.equals(after);
        for (FileChange change : TreeDiff.between(before, after).changes()) {
            String old = change.before().map(TreeFile::byteText).orElse("");
            String now = change.after().map(TreeFile::byteText).orElse("");
            RecipeText recipe = RecipeText.parse(old);
            List<String> lines = old.lines().toList();
            List<String> changed = now.lines().toList();
            for (Edit hunk : diff(lines, changed)) {
                List<String> gone = lines.subList(hunk.getBeginA(), hunk.getEndA());
                List<String> came = changed.subList(hunk.getBeginB(), hunk.getEndB());
                took.addAll(words(put(gone, recipe), put(came, recipe), reach));
                came.stream()
                        .map(String::strip)
                        .filter(line -> !gone.contains(line))
                        .forEach(wrote::add);
                idle &= !gone.isEmpty() && words(String.join("\n", gone)).equals(words(String.join("\n", came)));
                beside.add(line(lines, hunk.getBeginA() - 1) + "\n" + line(lines, hunk.getEndA()));
            }
        }
        return new Effect(took, wrote, beside, idle);
    }

    private static String line(List<String> lines, int index) {
        return index < 0 || index >= lines.size() ? "" : lines.get(index).strip();
    }

    /** The words of the lines that went, or where parts of lines changed those that the new lines lack. */
    private static List<String> words(List<String> gone, List<String> came, Reach reach) {
        if (reach != Reach.CHARS) {
            return gone.stream()
                    .map(line -> String.join(" ", words(line)))
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        List<String> old = words(String.join("\n", gone));
        List<String> now = words(String.join("\n", came));
        return diff(old, now).stream()
                .map(hunk -> String.join(" ", old.subList(hunk.getBeginA(), hunk.getEndA())))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Its words as YAML has them: quotes do not count, nor how a truth is written. */
    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> !word.equals("\"") && !word.equals("'"))
                .map(word -> TRUTH.matcher(word).matches() ? word.toLowerCase(Locale.ROOT) : word)
                .toList();
    }

    /** {@code sha256: {{ sha256 }}} with the value of the variable, where it has one. */
    private static List<String> put(List<String> lines, RecipeText recipe) {
        return lines.stream()
                .map(line -> ONE_VARIABLE.matcher(line).replaceAll(found -> {
                    List<JinjaVariable> set = recipe.variables(found.group(1));
                    return Matcher.quoteReplacement(
                            set.size() == 1 ? recipe.text(set.get(0).value()) : found.group());
                }))
                .toList();
    }

    private static List<Edit> diff(List<String> old, List<String> now) {
        return new HistogramDiff().diff(RawTextComparator.DEFAULT, raw(old), raw(now));
    }

    private static RawText raw(List<String> lines) {
        return new RawText(lines.stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }
}
