package org.archirender.variant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.archirender.conda.FeedstockLayout;
import org.archirender.conda.Platform;
import org.archirender.conda.VariantValue;
import org.archirender.forge.ForgeConfig;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.problem.UnreadableException;
import org.archirender.python.value.Budget;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PythonException;
import org.archirender.recipeyaml.RecipeChoices;
import org.archirender.tree.FileTree;
import org.archirender.variant.config.ConfigEnvironment;
import org.archirender.variant.config.VariantConfig;
import org.archirender.variant.config.VariantSettings;
import org.archirender.variant.file.FileSplitter;
import org.archirender.variant.file.VariantFileName;
import org.archirender.variant.file.VariantFileText;

/** One run of {@link BuildMatrix#compute}: from a feedstock to its variant files, step by step. */
final class MatrixComputation {
    private static final Pattern PYTHON_MIN = Pattern.compile("\\{\\{ python_min \\}\\}");
    private static final String GITHUB_ACTIONS = "github_actions";

    private final FileTree feedstock;
    private final Pinnings pinnings;
    private final Optional<VariantConfig> pins;
    private final Platform target;
    private final boolean forNothing;
    private final ForgeConfig forge;
    private final FileTree folder;
    private final boolean isRecipeYaml;
    private final Location recipe;
    private final String text;

    /** @param forNothing whether conda-smithy's file for a recipe of which every output skips is wanted */
    MatrixComputation(
            FileTree feedstock, Pinnings pinnings, Optional<VariantConfig> pins, Platform target, boolean forNothing) {
        this.forNothing = forNothing;
        this.feedstock = feedstock;
        this.pinnings = pinnings;
        this.pins = pins;
        this.target = target;
        this.forge = ForgeConfig.read(
                feedstock.text(FeedstockLayout.CONFIG, FeedstockLayout.CONFIG), FeedstockLayout.CONFIG);
        this.folder = feedstock.folder(forge.recipeDir());
        this.isRecipeYaml = forge.buildsRecipeYaml();
        String name = isRecipeYaml ? FeedstockLayout.RECIPE_YAML : FeedstockLayout.META_YAML;
        this.recipe = Location.of(forge.recipeDir() + "/" + name);
        this.text = folder.text(name, recipe.file());
    }

    BuildMatrix compute() {
        try {
            return Budget.within("the recipe with all its variants", Limits.ALL_VARIANTS, this::computed);
        } catch (PythonException e) {
            throw new InputException(
                    recipe, String.valueOf(e.getMessage()), "split the recipe, or let fewer keys vary");
        }
    }

    private BuildMatrix computed() {
        checkPresent();
        Optional<String> nobody = forge.absence(target.key());
        if (nobody.isPresent()) {
            return new BuildMatrix(List.of(), List.of(), new TreeMap<>(), nobody, RecipeChoices.NONE, List.of());
        }
        ConfigEnvironment environment = ConfigEnvironment.of(target, forge, text);
        VariantSettings space = pinnings.variants(environment, pins, feedstock, forge.recipeDir(), isRecipeYaml);
        NoarchRule noarch = new NoarchRule(forge, target);
        Set<String> also = alsoKept(space);
        Packages packages = isRecipeYaml
                ? new RecipeYamlPackages(text, recipe, noarch, also).of(environment, space)
                : new MetaYamlPackages(folder, recipe, text, noarch, also).of(environment, space);
        List<BuiltPackage> built = packages.built().isEmpty() && forNothing
                ? packages.forNothing().stream().toList()
                : packages.built();
        if (built.isEmpty()) {
            return new BuildMatrix(
                    List.of(),
                    packages.skipped(),
                    new TreeMap<>(),
                    Optional.of(packages.absence()),
                    packages.choices(),
                    surprises(packages, List.of()));
        }
        KeptKeys collapse = new KeptKeys(packages.grid(), built, hasLabels(), also);
        List<SkippedVariant> skipped = new ArrayList<>(packages.skipped());
        List<VariantFile> files = new ArrayList<>();
        for (VariantSettings values : FileSplitter.split(collapse.kept(packages.space()), collapse.loopKeys())) {
            if (collapse.isBuilt(values)) {
                files.add(file(values, collapse.loopKeys(), packages.feedstock()));
            } else {
                skipped.add(new SkippedVariant(collapse.describe(values), recipe, "no package is built for it"));
            }
        }
        files.sort(Comparator.comparing(VariantFile::name));
        Set<String> used = new TreeSet<>();
        files.forEach(file -> used.addAll(file.values().keySet()));
        return new BuildMatrix(
                files,
                skipped,
                packages.uses().apply(used),
                Optional.empty(),
                packages.choices(),
                surprises(packages, files));
    }

    private void checkPresent() {
        String other = isRecipeYaml ? FeedstockLayout.META_YAML : FeedstockLayout.RECIPE_YAML;
        if (text.isEmpty() && folder.get(other).isPresent()) {
            throw new InputException(
                    recipe,
                    "there is only a " + other + " beside, and conda-forge.yml says conda_build_tool: "
                            + forge.condaBuildTool(),
                    isRecipeYaml ? "remove conda_build_tool" : "write conda_build_tool: rattler-build");
        }
        if (text.isBlank()) {
            throw UnreadableException.at(recipe, "the recipe is empty, or there is none", "");
        }
    }

    private Set<String> alsoKept(VariantSettings space) {
        Set<String> kept = new TreeSet<>(pinnings.alwaysKept());
        kept.retainAll(space.values().keySet());
        if (PYTHON_MIN.matcher(text).find()) {
            kept.add("python_min");
        }
        return kept;
    }

    /** What conda-smithy does and few expect. */
    private List<Problem> surprises(Packages packages, List<VariantFile> files) {
        List<Problem> surprises = new ArrayList<>();
        if (packages.built().isEmpty() && packages.forNothing().isPresent()) {
            surprises.add(new Problem(
                    recipe,
                    "every output skips for " + target.subdir()
                            + ", and conda-smithy writes a variant file for nothing",
                    "write the skip as build/skip for all outputs"));
        }
        if (isRecipeYaml
                && packages.feedstock().equals(RecipeYamlPackages.NAMELESS)
                && files.stream().anyMatch(file -> VariantFileName.isCut(file.name(), packages.feedstock()))) {
            surprises.add(new Problem(
                    recipe,
                    "it has no extra/feedstock-name: names of variant files that are too long are cut for a feedstock"
                            + " called '" + RecipeYamlPackages.NAMELESS + "'",
                    "write the feedstock's name there"));
        }
        return surprises;
    }

    private boolean hasLabels() {
        return forge.providers(target.key()).contains(GITHUB_ACTIONS);
    }

    private VariantFile file(VariantSettings values, Set<String> loopKeys, String feedstock) {
        VariantValue fallback =
                new VariantValue(forge.fallbackImage(target.key()), Location.of(FeedstockLayout.CONFIG));
        VariantSettings finished = VariantFileText.withDockerImage(values, fallback);
        String name = VariantFileName.of(target, finished, loopKeys, feedstock);
        return new VariantFile(name, VariantFileText.of(finished), finished.values());
    }
}
