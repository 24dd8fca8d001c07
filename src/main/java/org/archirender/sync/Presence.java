package org.archirender.sync;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.archirender.conda.FeedstockLayout;
import org.archirender.recipe.RecipeNode;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Quotes;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * What two bases have anywhere, line by line as the port's target has it, wherever upstream may have put it.
 *
 * @param view of the target
 * @param from the old base's recipe/
 * @param to the new one's
 */
record Presence(TargetView view, FileTree from, FileTree to) {
    /**
     * Where something is.
     *
     * @param whole whether all of it is where it is looked for
     * @param words what was found, for a message
     */
    record Found(boolean whole, String words) {}

    /** Those of {@code wrote} that the new base has more often than the old one; empty where it has none. */
    Optional<Found> of(List<String> wrote) {
        List<String> was = lines(from);
        List<String> is = lines(to);
        List<String> seen =
                wrote.stream().flatMap(line -> view.lines(line).stream()).toList();
        long come =
                seen.stream().filter(line -> count(is, line) > count(was, line)).count();
        return seen.isEmpty() || come == 0
                ? Optional.empty()
                : Optional.of(new Found(
                        come == seen.size(),
                        quoted(seen.stream().filter(is::contains).toList())));
    }

    /**
     * Whether what an edit only keeps off the target is gone from the new base, too; empty for an edit that does more.
     *
     * @param had recipe/ before the edit, at the old base
     * @param left after it
     */
    Optional<Found> absence(FileTree had, FileTree left) {
        List<String> before = lines(had);
        List<String> after = lines(left);
        List<String> gone = before.stream()
                .filter(line -> count(after, line) < count(before, line))
                .toList();
        if (gone.isEmpty() || after.stream().anyMatch(line -> count(after, line) > count(before, line))) {
            return Optional.empty();
        }
        List<String> subjects = gone.stream().map(Presence::subject).toList();
        List<String> others = demands().stream()
                .filter(line -> subjects.contains(subject(line)))
                .toList();
        return Optional.of(
                others.isEmpty() ? new Found(true, String.join(", ", subjects)) : new Found(false, quoted(others)));
    }

    /** The lines of the new base but for those below {@code run_constrained}, which demand nothing. */
    private List<String> demands() {
        TreePath path = TreePath.of(FeedstockLayout.META_YAML);
        return to.get(path)
                .flatMap(TreeFile::text)
                .map(RecipeText::parse)
                .map(recipe -> {
                    NavigableSet<Integer> lines = new TreeSet<>();
                    IntStream.range(0, recipe.lineCount()).forEach(lines::add);
                    dropConstraints(recipe.root(), lines);
                    return lines.stream()
                            .flatMap(line -> view.lines(recipe.line(line)).stream())
                            .toList();
                })
                .orElseGet(() -> lines(to));
    }

    private static void dropConstraints(RecipeNode node, NavigableSet<Integer> lines) {
        node.entries("run_constrained")
                .forEach(entry -> lines.subSet(entry.firstLine(), true, entry.endLine(), false)
                        .clear());
        node.members().forEach(member -> dropConstraints(member.value(), lines));
    }

    /** What an item or a key goes by: {@code - conda-env} of {@code - conda-env >=2.6}. */
    private static String subject(String line) {
        boolean item = line.startsWith("- ");
        String text = item ? line.substring(2).strip() : line;
        String word = Quotes.without(text.split("[\\s=]|(?<=:)", 2)[0]);
        return item ? "- " + word : word;
    }

    private static String quoted(List<String> lines) {
        return lines.stream().distinct().map(line -> "'" + line + "'").collect(Collectors.joining(", "));
    }

    private static int count(List<String> lines, String line) {
        return Collections.frequency(lines, line);
    }

    private List<String> lines(FileTree recipe) {
        return recipe.files().values().stream()
                .flatMap(file -> file.text().stream())
                .flatMap(text -> view.lines(text).stream())
                .toList();
    }
}
