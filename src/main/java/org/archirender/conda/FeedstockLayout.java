package org.archirender.conda;

import java.util.List;
import java.util.Optional;

/**
 * Where things lie in a feedstock, as conda-smithy lays it out, and what its repository is called. Paths are relative
 * to the feedstock.
 */
public final class FeedstockLayout {
    /** The feedstock's settings for conda-smithy. */
    public static final String CONFIG = "conda-forge.yml";

    /** The folder of the recipe, unless {@link #CONFIG} sets another {@code recipe_dir}. */
    public static final String RECIPE = "recipe";

    /** A v0 recipe, in the folder of the recipe. */
    public static final String META_YAML = "meta.yaml";

    /** A v1 recipe, in the folder of the recipe. */
    public static final String RECIPE_YAML = "recipe.yaml";

    /** What conda-smithy generates for the CI, a variant file a job, and what it reads there: {@link #MIGRATIONS}. */
    public static final String CI_SUPPORT = ".ci_support";

    /** The migrations that are open for the feedstock (CFEP-9). */
    public static final String MIGRATIONS = CI_SUPPORT + "/migrations";

    private static final String YAML = ".yaml";
    private static final String SUFFIX = "-feedstock";

    private FeedstockLayout() {}

    /** The name of a package's repository: {@code zlib} → {@code zlib-feedstock}. */
    public static String repository(String packageName) {
        return packageName + SUFFIX;
    }

    /** The package of a repository: {@code zlib-feedstock} → {@code zlib}; empty for any other name. */
    public static Optional<String> packageOf(String repository) {
        return repository.endsWith(SUFFIX)
                ? Optional.of(repository.substring(0, repository.length() - SUFFIX.length()))
                : Optional.empty();
    }

    /** Whether a rendering reads {@code path}, and so a base holds it: it is one of {@link #inputs}, or below one. */
    public static boolean isInput(String path, String recipeDir) {
        return inputs(recipeDir).stream().anyMatch(input -> path.equals(input) || path.startsWith(input + "/"));
    }

    /** What a rendering reads, files and folders: {@link #CONFIG}, the recipe in {@code recipeDir}, migrations. */
    public static List<String> inputs(String recipeDir) {
        return List.of(CONFIG, recipeDir, MIGRATIONS);
    }

    /** The path of a job's variant file: {@code linux_aarch64_} → {@code .ci_support/linux_aarch64_.yaml}. */
    public static String variantFile(String name) {
        return CI_SUPPORT + "/" + name + YAML;
    }

    /** Whether {@code path} is a variant file of {@code platform}, as in {@code .ci_support/linux_aarch64_*.yaml}. */
    public static boolean isVariantFile(String path, Platform platform) {
        String start = CI_SUPPORT + "/" + platform.key() + "_";
        return path.startsWith(start) && path.endsWith(YAML) && path.indexOf('/', start.length()) < 0;
    }
}
