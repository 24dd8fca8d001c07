package org.archirender.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.archirender.conda.FeedstockLayout;
import org.archirender.tree.FileChange;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeDiff;

/**
 * What a change of a port's inputs means for its feedstocks: equal changes are told once, with those that have them.
 *
 * @param added feedstocks that are new, by name, with how many variants they have
 * @param removed feedstocks that are gone
 * @param variants how variant files change, the most common change first
 * @param lines how other files change, the most common change first
 * @param builds the feedstocks that are new or whose trees change, so that their CI builds them when they are pushed
 * @param numbers those of them of which a variant changes and the recipe does not: what is published already needs a new
 *     build number
 */
public record PortDiff(
        SortedMap<String, Integer> added,
        NavigableSet<String> removed,
        List<Shared> variants,
        List<Shared> lines,
        NavigableSet<String> builds,
        NavigableSet<String> numbers) {
    private static final String VARIANT = FeedstockLayout.CI_SUPPORT + "/";

    /**
     * One change.
     *
     * @param what it is: a file's path, or {@code key: old -> new} in a variant file
     * @param lines that go and come, with their signs; none where {@code what} says it all
     * @param feedstocks that have it
     */
    public record Shared(String what, List<String> lines, NavigableSet<String> feedstocks) {}

    /** From the renderings of all feedstocks, by name. */
    public static PortDiff between(Map<String, FileTree> before, Map<String, FileTree> after) {
        SortedMap<String, Integer> added = new TreeMap<>();
        NavigableSet<String> removed = new TreeSet<>(before.keySet());
        removed.removeAll(after.keySet());
        NavigableSet<String> builds = new TreeSet<>();
        NavigableSet<String> numbers = new TreeSet<>();
        Groups variants = new Groups();
        Groups lines = new Groups();
        after.forEach((name, tree) -> {
            FileTree old = before.get(name);
            if (old == null) {
                added.put(name, (int) tree.files().keySet().stream()
                        .filter(path -> isVariant(path.value()))
                        .count());
                builds.add(name);
                return;
            }
            List<FileChange> changes = TreeDiff.between(old, tree).changes();
            boolean variant = false;
            boolean recipe = false;
            for (FileChange change : changes) {
                if (isVariant(change.path().value())) {
                    VariantChange.of(change).forEach(what -> variants.add(what, List.of(), name));
                    variant = true;
                } else {
                    hunks(change, name).forEach(hunk -> lines.add(change.path().value(), hunk, name));
                    recipe |= !change.path().value().startsWith(".");
                }
            }
            if (!changes.isEmpty()) {
                builds.add(name);
            }
            if (variant && !recipe) {
                numbers.add(name);
            }
        });
        return new PortDiff(added, removed, variants.all(), lines.all(), builds, numbers);
    }

    private static boolean isVariant(String path) {
        return path.startsWith(VARIANT) && path.endsWith(".yaml") && path.indexOf('/', VARIANT.length()) < 0;
    }

    /**
     * The lines that go and come, a list for each place of a file; of a mode or of bytes what is said of them. The
     * repository's own name is {@code {name}}, so that lines are equal which differ by it alone.
     */
    private static List<List<String>> hunks(FileChange change, String name) {
        List<List<String>> hunks = new ArrayList<>();
        List<String> header = new ArrayList<>();
        for (String line : change.unified("")) {
            if (line.startsWith("@@")) {
                hunks.add(new ArrayList<>());
            } else if (hunks.isEmpty()) {
                header.add(line);
            } else if (!line.startsWith(" ")) {
                String repository = FeedstockLayout.repository(name);
                hunks.get(hunks.size() - 1).add(line.replace(repository, FeedstockLayout.repository("{name}")));
            }
        }
        return hunks.isEmpty() ? List.of(header.subList(1, header.size())) : hunks;
    }

    /** Whether no feedstock changes. */
    public boolean changesNothing() {
        return added.isEmpty() && removed.isEmpty() && builds.isEmpty();
    }

    /** Changes by what they are. */
    private static final class Groups {
        private final Map<Map.Entry<String, List<String>>, NavigableSet<String>> feedstocks =
                new TreeMap<>(Map.Entry.<String, List<String>>comparingByKey()
                        .thenComparing(entry -> String.join("\n", entry.getValue())));

        void add(String what, List<String> lines, String name) {
            feedstocks
                    .computeIfAbsent(Map.entry(what, lines), key -> new TreeSet<>())
                    .add(name);
        }

        List<Shared> all() {
            return feedstocks.entrySet().stream()
                    .map(group ->
                            new Shared(group.getKey().getKey(), group.getKey().getValue(), group.getValue()))
                    .sorted(Comparator.comparing(
                            (Shared shared) -> -shared.feedstocks().size()))
                    .toList();
        }
    }

    /** How a variant file changes, in words. */
    private record VariantChange(SortedMap<String, String> values) {
        static List<String> of(FileChange change) {
            String file = change.path().value().substring(VARIANT.length());
            String name = file.substring(0, file.length() - ".yaml".length());
            if (change.before().isEmpty()) {
                return List.of("variant " + name + " comes");
            } else if (change.after().isEmpty()) {
                return List.of("variant " + name + " goes");
            }
            SortedMap<String, String> old = of(change.before().get().byteText()).values();
            SortedMap<String, String> now = of(change.after().get().byteText()).values();
            return Stream.concat(old.keySet().stream(), now.keySet().stream())
                    .distinct()
                    .sorted()
                    .filter(key -> !old.getOrDefault(key, "").equals(now.getOrDefault(key, "")))
                    .map(key ->
                            "%s: %s -> %s".formatted(key, old.getOrDefault(key, "none"), now.getOrDefault(key, "none")))
                    .toList();
        }

        /** The keys of a variant file as it is written: each on a line of its own, its values below it. */
        private static VariantChange of(String text) {
            SortedMap<String, String> values = new TreeMap<>();
            String key = "";
            for (String line : text.lines().toList()) {
                if (!line.startsWith(" ") && !line.startsWith("-") && line.endsWith(":")) {
                    key = line.substring(0, line.length() - 1);
                } else {
                    String value = line.strip().replaceFirst("^(- )++", "");
                    values.merge(key, value, (one, other) -> one + ", " + other);
                }
            }
            return new VariantChange(values);
        }
    }
}
