package org.archirender.variant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.archirender.conda.FeedstockLayout;
import org.archirender.conda.Platform;
import org.archirender.conda.VariantValue;
import org.archirender.evaluated.RenderedRecipe;
import org.archirender.forge.ForgeConfig;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.UnreadableException;
import org.archirender.tree.FileTree;
import org.archirender.variant.config.CondaDefaults;
import org.archirender.variant.config.ConfigEnvironment;
import org.archirender.variant.config.KeyFinder;
import org.archirender.variant.config.KeyPattern;
import org.archirender.variant.config.VariantConfig;
import org.archirender.variant.config.VariantGrid;
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
    private final ForgeConfig forge;
    private final FileTree folder;
    private final Location recipe;
    private final String text;

    MatrixComputation(FileTree feedstock, Pinnings pinnings, Optional<VariantConfig> pins, Platform target) {
        this.feedstock = feedstock;
        this.pinnings = pinnings;
        this.pins = pins;
        this.target = target;
        this.forge = ForgeConfig.read(
                feedstock.text(FeedstockLayout.CONFIG, FeedstockLayout.CONFIG), FeedstockLayout.CONFIG);
        this.folder = feedstock.folder(forge.recipeDir());
        this.recipe = Location.of(forge.recipeDir() + "/meta.yaml");
        this.text = folder.text(FeedstockLayout.META_YAML, recipe.file());
    }

    BuildMatrix compute() {
        checkPresent();
        Optional<String> nobody = forge.absence(target.key());
        if (nobody.isPresent()) {
            return absent(nobody.get(), List.of());
        }
        ConfigEnvironment environment = ConfigEnvironment.of(target, forge, text);
        VariantSettings space = pinnings.variants(environment, pins, feedstock, forge.recipeDir());
        KeyFinder keys = KeyFinder.occurring(space.values().keySet(), texts());
        RecipeEngine engine = new JinjaEngine(text, recipe.file(), folder, environment, visible(space, keys));
        PackageKeys packageKeys = new PackageKeys(text, recipe, folder, engine, keys, space);
        RenderedRecipe known = engine.render(CondaDefaults.choice(target), Optional.empty());
        VariantGrid grid = PackageExpansion.distributed(known, VariantGrid.of(space, relevant(keys)::contains));
        PackageExpansion variants = new PackageExpansion(text, recipe, engine, packageKeys);
        List<PackageVariant> packages = variants.of(known, grid);
        List<SkippedVariant> skipped = new ArrayList<>(variants.skipped());
        List<PackageVariant> built = packages.stream().filter(this::isBuiltHere).toList();
        if (built.isEmpty()) {
            return absent(whyNone(packages), skipped);
        }
        skipped.addAll(noarchOutputs(packages, engine));
        KeptKeys collapse = engine.placing(
                built.get(0).choice(), () -> new KeptKeys(grid, built, packageKeys, hasLabels(), alsoKept()));
        VariantSettings kept = collapse.kept(variants.pinsNumpy() ? withNumpyPin(space) : space);
        List<VariantFile> files = new ArrayList<>();
        String name = feedstockName(built);
        for (VariantSettings values : FileSplitter.split(kept, collapse.loopKeys())) {
            if (collapse.isBuilt(values)) {
                files.add(file(values, collapse.loopKeys(), name));
            } else {
                skipped.add(new SkippedVariant(collapse.describe(values), recipe, "no package is built for it"));
            }
        }
        return matrix(files, skipped);
    }

    private void checkPresent() {
        if (folder.get(FeedstockLayout.META_YAML).isEmpty()) {
            boolean v1 = folder.get(FeedstockLayout.RECIPE_YAML).isPresent();
            throw new InputException(
                    recipe,
                    v1 ? "there is only a recipe.yaml (v1) beside" : "there is no such recipe",
                    "only meta.yaml recipes (v0) are rendered");
        }
        if (text.isBlank()) {
            throw UnreadableException.at(recipe, "the recipe is empty", "");
        }
    }

    private boolean isBuiltHere(PackageVariant aPackage) {
        return !aPackage.recipe().isNoarch() || forge.buildsNoarch(target.key());
    }

    private BuildMatrix matrix(List<VariantFile> files, List<SkippedVariant> skipped) {
        files.sort(Comparator.comparing(VariantFile::name));
        Set<String> used = new TreeSet<>();
        files.forEach(file -> used.addAll(file.values().keySet()));
        return new BuildMatrix(files, skipped, new KeyUseFinder(text, recipe, folder).of(used), Optional.empty());
    }

    private List<String> alsoKept() {
        return PYTHON_MIN.matcher(text).find() ? List.of("python_min") : List.of();
    }

    /** With what {@code numpy x.x} stands for. */
    private static VariantSettings withNumpyPin(VariantSettings space) {
        Location at = Location.of("numpy x.x");
        TreeMap<String, VariantValue> pin = new TreeMap<>();
        pin.put("min_pin", new VariantValue("x.x", at));
        pin.put("max_pin", new VariantValue("x.x", at));
        TreeMap<String, SortedMap<String, VariantValue>> pins = new TreeMap<>(space.pinRunAsBuild());
        pins.putIfAbsent("numpy", pin);
        return new VariantSettings(space.values(), space.zipGroups(), pins, space.extendKeys());
    }

    private String whyNone(List<PackageVariant> packages) {
        return packages.isEmpty() ? "every variant is skipped" : noarch();
    }

    private String noarch() {
        return "it is noarch, and noarch packages are built on " + String.join(", ", forge.noarchPlatforms())
                + " (conda-forge.yml, noarch_platforms)";
    }

    private List<SkippedVariant> noarchOutputs(List<PackageVariant> packages, RecipeEngine engine) {
        return packages.stream()
                .filter(aPackage -> !isBuiltHere(aPackage))
                .map(aPackage -> new SkippedVariant(
                        "output " + aPackage.name(),
                        engine.source(aPackage.recipe().at("build", "noarch"), aPackage.choice()),
                        noarch()))
                .distinct()
                .toList();
    }

    private BuildMatrix absent(String why, List<SkippedVariant> skipped) {
        return new BuildMatrix(List.of(), skipped, new TreeMap<>(), Optional.of(why));
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        texts.add(text);
        folder.files().forEach((path, file) -> {
            if (path.value().endsWith(".sh") || path.value().endsWith(".bat")) {
                file.text().ifPresent(texts::add);
            }
        });
        return texts;
    }

    /** Keys whose values may end up in a file, or that decide which others do. */
    private static Set<String> relevant(KeyFinder keys) {
        Set<String> relevant = new TreeSet<>(keys.keys());
        relevant.addAll(KeptKeys.alwaysKept());
        relevant.addAll(KeptKeys.following(relevant));
        relevant.addAll(List.of("python", "python_min"));
        return relevant;
    }

    private boolean hasLabels() {
        return forge.providers(target.key()).contains(GITHUB_ACTIONS);
    }

    private static String feedstockName(List<PackageVariant> built) {
        PackageVariant first = PackageExpansion.sorted(built).get(0);
        return first.recipe().feedstockName().orElse(first.name());
    }

    /** The keys that templates may ask for: those that occur in the text, and what languages and tools stand for. */
    private static Set<String> visible(VariantSettings space, KeyFinder keys) {
        Set<String> visible = new TreeSet<>(keys.keys());
        visible.addAll(List.of("python", "numpy", "perl", "lua", "r_base", "target_platform"));
        space.values().keySet().stream()
                .filter(key -> KeyPattern.of(key).isFunctions())
                .forEach(visible::add);
        return visible;
    }

    private VariantFile file(VariantSettings values, Set<String> loopKeys, String feedstock) {
        VariantValue fallback = new VariantValue(forge.fallbackImage(), Location.of(FeedstockLayout.CONFIG));
        VariantSettings finished = VariantFileText.withDockerImage(values, fallback);
        String name = VariantFileName.of(target, finished, loopKeys, feedstock);
        return new VariantFile(name, VariantFileText.of(finished), finished.values());
    }
}
