package org.archirender.variant;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.archirender.problem.Location;
import org.archirender.python.value.Budget;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.variant.config.KeyFinder;
import org.archirender.variant.config.KeyPattern;

/** Finds the line that makes a recipe use a key, for a person who asks where a key in a variant file comes from. */
final class KeyUseFinder {
    /** What looking for a key in a line costs. */
    private static final int LOOK = 8;

    private final List<String> lines;
    private final Location recipe;
    private final FileTree folder;

    /**
     * @param text the recipe as it stands
     * @param folder the recipe's, for its scripts
     */
    KeyUseFinder(String text, Location recipe, FileTree folder) {
        this.lines = KeyFinder.lines(text);
        this.recipe = recipe;
        this.folder = folder;
    }

    /** A use for every one of {@code keys}. */
    SortedMap<String, KeyUse> of(Collection<String> keys) {
        SortedMap<String, KeyUse> uses = new TreeMap<>();
        keys.forEach(key -> uses.put(key, of(key)));
        return uses;
    }

    private KeyUse of(String key) {
        KeyPattern pattern = KeyPattern.of(key);
        return inRecipe(pattern::usedBy)
                .or(() -> inRecipe(pattern::selects))
                .or(() -> inScripts(KeyFinder.among(List.of(key))))
                .or(() -> inRecipe(line -> isForced(line, key)))
                .orElseGet(() -> new KeyUse(Optional.empty(), byRule(key)));
    }

    /** Whether {@code line} is an item of a list such as {@code force_use_keys}. */
    private static boolean isForced(String line, String key) {
        return line.contains(key) && line.strip().equals("- " + key);
    }

    private Optional<KeyUse> inRecipe(Predicate<String> uses) {
        Budget.charge((long) LOOK * lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.startsWith("#") && uses.test(lines.get(i))) {
                return Optional.of(new KeyUse(Optional.of(Location.of(recipe.file(), i + 1)), line));
            }
        }
        return Optional.empty();
    }

    private Optional<KeyUse> inScripts(KeyFinder key) {
        for (Map.Entry<TreePath, TreeFile> entry : folder.files().entrySet()) {
            String name = entry.getKey().value();
            boolean script = name.endsWith(".sh") || name.endsWith(".bat");
            List<String> content =
                    script ? KeyFinder.lines(entry.getValue().text().orElse("")) : List.of();
            for (int i = 0; i < content.size(); i++) {
                if (!key.inScript(name, content.get(i) + "\n").isEmpty()) {
                    Location at = Location.of(sibling(name), i + 1);
                    return Optional.of(
                            new KeyUse(Optional.of(at), content.get(i).strip()));
                }
            }
        }
        return Optional.empty();
    }

    private String sibling(String name) {
        return recipe.file().substring(0, recipe.file().lastIndexOf('/') + 1) + name;
    }

    /** Why {@code key} is in a file where no line uses it. */
    static String byRule(String key) {
        if (key.equals(KeyFinder.SYSROOT)) {
            return "comes with the C and C++ compilers";
        }
        if (KeptKeys.MPI.contains(key)) {
            return "comes with mpi";
        }
        return "in every variant file";
    }
}
