package org.archirender.variant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.archirender.evaluated.RecipeOutput;
import org.archirender.evaluated.RecipeValue;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.python.value.Budget;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.variant.config.KeyFinder;
import org.archirender.variant.config.VariantChoice;
import org.archirender.variant.config.VariantSettings;

/**
 * Which variant keys a package uses, by the text of its part of the recipe and by its script (conda-build's
 * {@code MetaData.get_used_vars}). Remembers what it has computed: the same texts come again for every variant.
 */
final class PackageKeys {
    /** Which part of the recipe counts. */
    enum Part {
        /** The package's own: an output's block, or all but the outputs. */
        OWN,
        /** All but the outputs, and the block of the package. */
        TOP_LEVEL,
        /** Everything. */
        WHOLE
    }

    private record Question(String name, Part part, VariantChoice choice) {}

    private static final List<String> IGNORED_BUILD_ONLY = List.of("python", "numpy");

    private final String text;
    private final String outputs;
    private final Location recipe;
    private final FileTree files;
    private final JinjaEngine engine;
    private final KeyFinder keys;
    private final Set<String> ignoredBuildOnly;
    private final Map<Question, SortedSet<String>> answers = new HashMap<>();
    private final Map<String, SortedSet<String>> selectors = new HashMap<>();
    private final Map<String, SortedSet<String>> texts = new HashMap<>();
    private final Map<String, List<String>> blocks = new HashMap<>();
    private final Map<List<String>, String> tops = new HashMap<>();

    /**
     * @param text the recipe, as it stands
     * @param recipe its file
     * @param files the recipe's folder
     * @param keys every key that the config has and the recipe may use
     * @param space for {@code ignore_build_only_deps}
     */
    PackageKeys(
            String text, Location recipe, FileTree files, JinjaEngine engine, KeyFinder keys, VariantSettings space) {
        this.text = text;
        this.outputs = RecipeSlices.outputs(text);
        this.recipe = recipe;
        this.files = files;
        this.engine = engine;
        this.keys = keys;
        this.ignoredBuildOnly = new TreeSet<>(IGNORED_BUILD_ONLY);
        space.values("ignore_build_only_deps").forEach(value -> ignoredBuildOnly.add(value.text()));
    }

    /** The keys that {@code part} of the recipe uses on behalf of {@code aPackage}. */
    SortedSet<String> used(PackageVariant aPackage, Part part) {
        Question question = new Question(aPackage.name(), part, aPackage.choice());
        return answers.computeIfAbsent(question, key -> compute(aPackage, part));
    }

    private SortedSet<String> compute(PackageVariant aPackage, Part part) {
        SortedSet<String> used = inRecipe(aPackage, part);
        used.addAll(inScripts(aPackage));
        if (aPackage.variants().has("target_platform") && !aPackage.recipe().isNoarch()) {
            used.add("target_platform");
        }
        if (aPackage.variants().has("channel_targets")) {
            used.add("channel_targets");
        }
        aPackage.recipe().forceIgnoreKeys().forEach(key -> used.remove(key));
        used.addAll(aPackage.recipe().forceUseKeys());
        return used;
    }

    private SortedSet<String> inRecipe(PackageVariant aPackage, Part part) {
        SortedSet<String> used =
                new TreeSet<>(selectors.computeIfAbsent(part(aPackage, part, false), keys::inSelectors));
        String selected = part(aPackage, part, true);
        used.addAll(texts.computeIfAbsent(selected, keys::inText));
        if (part == Part.WHOLE) {
            return used;
        }
        SortedSet<String> required = texts.computeIfAbsent(RecipeSlices.anyRequirements(selected), keys::inText);
        for (String key : required) {
            if (used.contains(key) && !counts(aPackage, key)) {
                used.remove(key);
            }
        }
        return used;
    }

    /** Whether a required package of that name decides a variant: not if only run, or only build, needs it. */
    private boolean counts(PackageVariant aPackage, String key) {
        Set<String> build = names(aPackage.recipe().requirements("build"));
        Set<String> host = names(aPackage.recipe().requirements("host"));
        if (aPackage.recipe().requirements("run").contains(key)) {
            return build.contains(key) || host.contains(key);
        }
        return !build.contains(key) || host.contains(key) || !ignoredBuildOnly.contains(key);
    }

    private static Set<String> names(List<String> requirements) {
        Set<String> names = new TreeSet<>();
        requirements.stream()
                .filter(requirement -> !requirement.isBlank())
                .forEach(requirement ->
                        names.add(requirement.strip().split("\\s+", 2)[0].replace('-', '_')));
        return names;
    }

    private String part(PackageVariant aPackage, Part part, boolean select) {
        return switch (part) {
            case WHOLE -> whole(aPackage, select);
            case OWN -> aPackage.isOutput() ? block(aPackage, select) : top(aPackage, select);
            case TOP_LEVEL -> top(aPackage, select);
        };
    }

    private String whole(PackageVariant aPackage, boolean select) {
        return text(aPackage, select).stripTrailing();
    }

    private String text(PackageVariant aPackage, boolean select) {
        return select ? engine.select(text, aPackage.choice()) : text;
    }

    /** The recipe without its outputs, and right behind it the block of the package. */
    private String top(PackageVariant aPackage, boolean select) {
        String top = tops.computeIfAbsent(List.of(text(aPackage, select), outputs(aPackage, select)), texts -> {
            String whole = texts.get(0).stripTrailing();
            String removed = texts.get(1).strip();
            return removed.isEmpty() ? whole : whole.replace(removed, "");
        });
        Budget.charge(top.length());
        return top + block(aPackage, select);
    }

    private String outputs(PackageVariant aPackage, boolean select) {
        return select && !outputs.isEmpty() ? engine.select(outputs, aPackage.choice()) : outputs;
    }

    /** The block below {@code outputs:} at the package's place; its name alone where it is not among the outputs. */
    private String block(PackageVariant aPackage, boolean select) {
        List<String> blocks = blocks(aPackage, select);
        int index = aPackage.place();
        if (index < 0) {
            return aPackage.name();
        }
        if (blocks.isEmpty()) {
            return "";
        }
        if (index >= blocks.size()) {
            throw new InputException(
                    aPackage.recipe().at(),
                    "output '%s' is number %d of the outputs, but the text has %d blocks that start with '- name:'"
                            .formatted(aPackage.name(), index + 1, blocks.size()),
                    "write each output as a block of its own that starts with '- name:'; for conditions use build/skip");
        }
        return blocks.get(index);
    }

    /** Cut once for all packages, each of which asks for its block: by the very text that the engine keeps. */
    private List<String> blocks(PackageVariant aPackage, boolean select) {
        return blocks.computeIfAbsent(outputs(aPackage, select), key -> RecipeSlices.outputBlocks(key.stripTrailing()));
    }

    private SortedSet<String> inScripts(PackageVariant aPackage) {
        String own = aPackage.isOutput() ? block(aPackage, true) : whole(aPackage, true);
        if (own.contains("package:")) {
            return read("build.sh").map(keys::inShellScript).orElseGet(TreeSet::new);
        }
        Optional<RecipeValue> script = aPackage.output().flatMap(RecipeOutput::script);
        return script.isEmpty() ? new TreeSet<>() : inOutputScript(script.get());
    }

    private SortedSet<String> inOutputScript(RecipeValue script) {
        String name = script.asText()
                .orElseThrow(() -> new InputException(
                        script.at(), "an output's script: is the name of a file", "put commands under build/script"));
        if (!name.endsWith(".sh") && !name.endsWith(".bat")) {
            return new TreeSet<>();
        }
        return read(name)
                .map(content -> keys.inScript(name, content))
                .orElseThrow(() -> new InputException(
                        script.at(), "the script '" + name + "' is not beside " + recipe.file(), "add the script"));
    }

    private Optional<String> read(String name) {
        return TreePath.wrongWith(name).isEmpty() ? files.get(name).flatMap(TreeFile::text) : Optional.empty();
    }
}
