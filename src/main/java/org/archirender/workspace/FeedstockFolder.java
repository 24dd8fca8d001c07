package org.archirender.workspace;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.archirender.conda.Platform;
import org.archirender.forge.ForgeConfig;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeDiff;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/** A feedstock's own folder, of which only what a re-rendering reads or writes is looked at. */
public final class FeedstockFolder {
    private static final String FORGE = "conda-forge.yml";
    private static final String CI_SUPPORT = ".ci_support";

    private final Path folder;

    /** The feedstock in {@code folder}; files in messages are named relative to it. */
    public FeedstockFolder(Path folder) {
        this.folder = requireNonNull(folder, "folder is null");
    }

    /**
     * What a re-rendering reads: the recipe, conda-forge.yml, and migrations.
     *
     * @throws InputException where there is no recipe
     */
    public FileTree inputs() {
        if (!Files.isDirectory(folder)) {
            throw new InputException(Location.of(folder.toString()), "there is no such folder", "");
        }
        FileTree forge = TreeReader.read(folder, folder, path -> path.value().equals(FORGE));
        Optional<String> text = forge.get(FORGE).flatMap(TreeFile::text);
        String recipe = ForgeConfig.read(text.orElse(""), folder.getFileName() + "/" + FORGE)
                .recipeDir();
        FileTree inputs = TreeReader.read(
                folder,
                folder,
                path -> path.value().equals(FORGE) || path.isUnder(recipe) || path.isUnder(CI_SUPPORT + "/migrations"));
        if (inputs.folder(recipe).get("meta.yaml").isEmpty()
                && inputs.folder(recipe).get("recipe.yaml").isEmpty()) {
            throw new InputException(
                    Location.of(folder.toString()),
                    "is not a feedstock: it has neither %s/meta.yaml nor %s/recipe.yaml".formatted(recipe, recipe),
                    "give the folder that holds " + recipe + "/");
        }
        return inputs;
    }

    /**
     * Makes {@code .ci_support/} hold these variant files of {@code platform} and no others of it.
     *
     * @param files by path in the feedstock
     * @return what changed
     */
    public TreeDiff replaceVariants(Platform platform, FileTree files, TreeStore store) {
        Path target = folder.resolve(CI_SUPPORT);
        FileTree before = TreeReader.read(target, folder);
        FileTree after = before;
        for (Map.Entry<TreePath, TreeFile> entry : before.files().entrySet()) {
            String name = entry.getKey().value();
            if (name.startsWith(platform.key() + "_") && name.endsWith(".yaml") && name.indexOf('/') < 0) {
                after = after.without(entry.getKey());
            }
        }
        FileTree now = after.with(files.folder(CI_SUPPORT));
        TreeDiff changes = TreeDiff.between(before, now);
        if (!changes.isEmpty()) {
            store.replace(target, now);
        }
        return changes;
    }
}
