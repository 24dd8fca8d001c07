package org.archirender.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.archirender.conda.FeedstockLayout;
import org.archirender.conda.Platform;
import org.archirender.forge.ForgeConfig;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeDiff;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.tree.TreeScope;

/** A feedstock's own folder, of which only what a re-rendering reads or writes is looked at. */
public final class FeedstockFolder {
    private final Path folder;

    /** The feedstock in {@code folder}; files in messages are named relative to it. */
    public FeedstockFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * What a re-rendering reads: the recipe, conda-forge.yml, and migrations.
     *
     * @throws InputException where there is no recipe
     */
    public FileTree inputs() {
        FileTree inputs = TreeReader.read(folder, folder, scope());
        String recipe = ForgeConfig.recipeDir(inputs);
        if (inputs.folder(recipe).get(FeedstockLayout.META_YAML).isEmpty()
                && inputs.folder(recipe).get(FeedstockLayout.RECIPE_YAML).isEmpty()) {
            throw new InputException(
                    Location.of(folder.toString()),
                    "is not a feedstock: it has neither %s/meta.yaml nor %s/recipe.yaml".formatted(recipe, recipe),
                    "give the folder that holds " + recipe + "/");
        }
        return inputs;
    }

    /** The same, whether or not there is a recipe, to be kept: with links refused. */
    public FileTree files() {
        return TreeReader.readPlain(folder, folder, scope());
    }

    private TreeScope scope() {
        if (!Files.isDirectory(folder)) {
            throw new InputException(Location.of(folder.toString()), "there is no such folder", "");
        }
        FileTree forge = TreeReader.read(folder, folder, new TreeScope(List.of(FeedstockLayout.CONFIG)));
        String name = folder.getFileName() + "/" + FeedstockLayout.CONFIG;
        Optional<String> text = forge.get(FeedstockLayout.CONFIG)
                .filter(config -> config.tooLong(name).isEmpty())
                .flatMap(TreeFile::text);
        String recipe = ForgeConfig.read(text.orElse(""), name).recipeDir();
        return new TreeScope(FeedstockLayout.inputs(recipe));
    }

    /**
     * Makes {@code .ci_support/} hold these variant files of {@code platform} and no others of it.
     *
     * @param files by path in the feedstock
     * @return what changed
     */
    public TreeDiff replaceVariants(Platform platform, FileTree files, TreeStore store) {
        Path target = folder.resolve(FeedstockLayout.CI_SUPPORT);
        FileTree before = TreeReader.read(target, folder);
        FileTree kept = before;
        for (TreePath path : before.files().keySet()) {
            if (FeedstockLayout.isVariantFile(FeedstockLayout.CI_SUPPORT + "/" + path, platform)) {
                kept = kept.without(path);
            }
        }
        FileTree now = kept.with(files.folder(FeedstockLayout.CI_SUPPORT));
        TreeDiff changes = TreeDiff.between(before, now);
        if (!changes.isEmpty()) {
            store.replace(target, now);
        }
        return changes;
    }
}
