package org.archirender.evaluated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.archirender.evaluated.RecipeValue.Flag;
import org.archirender.evaluated.RecipeValue.Items;
import org.archirender.evaluated.RecipeValue.Nothing;
import org.archirender.evaluated.RecipeValue.Section;
import org.archirender.evaluated.RecipeValue.Text;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.python.value.PyStr;

/**
 * A recipe after selectors and Jinja, for one variant: what decides which variants are built. Either the recipe as a
 * whole or one of its outputs, which look alike (conda-build's {@code MetaData}). Immutable.
 */
public final class RenderedRecipe {
    private static final List<String> SECTIONS =
            List.of("package", "source", "build", "requirements", "test", "app", "outputs", "about", "extra");
    private static final Set<String> LISTED = new TreeSet<>(List.of("source", "outputs"));
    private static final Set<String> NOARCH = new TreeSet<>(List.of("python", "generic"));
    private static final Set<String> TRUE = new TreeSet<>(List.of("y", "on", "true", "yes"));
    private static final Set<String> FALSE = new TreeSet<>(List.of("n", "no", "false", "off"));

    private final Section root;

    private RenderedRecipe(Section root) {
        this.root = root;
    }

    /**
     * The recipe in {@code text}, which selectors and Jinja have been through.
     *
     * @param file as the user knows it
     * @throws InputException at its place, where the text is no YAML or a section has the wrong shape
     */
    public static RenderedRecipe read(String text, String file) {
        return of(LooseYaml.read(text, file));
    }

    /** As {@link #read}, from what was read. */
    static RenderedRecipe of(Section read) {
        Section root = read;
        for (String name : SECTIONS) {
            Optional<RecipeValue> value = root.get(name);
            if (value.isPresent()) {
                root = root.with(name, shaped(name, value.get()));
            }
        }
        RenderedRecipe recipe = new RenderedRecipe(root);
        recipe.checkNoarch();
        recipe.checkRequirements();
        return recipe;
    }

    private static RecipeValue shaped(String name, RecipeValue value) {
        if (!value.isTruthy()) {
            return new Section(value.at(), new LinkedHashMap<>());
        }
        boolean fits = value instanceof Section || (LISTED.contains(name) && value instanceof Items);
        if (!fits) {
            String wanted = LISTED.contains(name) ? "a mapping or a list of mappings" : "a mapping";
            throw new InputException(value.at(), name + ": is " + wanted + ", and this is none", "");
        }
        return value;
    }

    private void checkNoarch() {
        RecipeValue noarch = build().get("noarch").orElse(nothing());
        boolean known = !noarch.isTruthy()
                || noarch instanceof Flag
                || (noarch instanceof Text text && NOARCH.contains(text.text()));
        if (!known) {
            throw new InputException(
                    noarch.at(),
                    "build/noarch is neither python nor generic",
                    "write noarch: python or noarch: generic");
        }
    }

    private void checkRequirements() {
        for (String section : List.of("build", "run")) {
            for (RecipeValue item :
                    root.section("requirements").get(section).orElse(nothing()).asList()) {
                if (item instanceof Section) {
                    throw new InputException(
                            item.at(),
                            "requirements/" + section + " holds a mapping; a requirement is one line of text",
                            "write the requirement in quotes if it has a colon");
                }
            }
        }
    }

    private Nothing nothing() {
        return new Nothing(root.at());
    }

    private Section build() {
        return root.section("build");
    }

    /** A section by name; empty where there is none. */
    Section section(String name) {
        return root.section(name);
    }

    /** Where the recipe, or this output, starts. */
    public Location at() {
        return root.at();
    }

    /** Where {@code section/key} stands; the recipe's start where it doesn't. */
    public Location at(String section, String key) {
        return root.section(section).get(key).map(RecipeValue::at).orElse(root.at());
    }

    /** The value at {@code section/key}, texts such as {@code yes} and {@code off} taken for booleans. */
    private RecipeValue value(String section, String key) {
        RecipeValue value = root.section(section).get(key).orElse(nothing());
        if (value instanceof Text text) {
            String lower = PyStr.lower(text.text());
            if (TRUE.contains(lower) || FALSE.contains(lower)) {
                return new Flag(text.at(), TRUE.contains(lower));
            }
        }
        return value;
    }

    /** The package's name; empty where there is none, or where it comes to nothing for this variant. */
    public String name() {
        return value("package", "name").asText().orElse("");
    }

    /** The package's version; empty where there is none. */
    public String version() {
        return value("package", "version").asText().orElse("");
    }

    /** {@code build/number} as written; empty where there is none. */
    public String buildNumber() {
        return value("build", "number").asText().orElse("");
    }

    /** {@code build/string} as written; empty where there is none. */
    public String buildString() {
        return value("build", "string").asText().orElse("");
    }

    /** Whether {@code build/skip} says that this variant is not built. */
    public boolean skips() {
        return value("build", "skip").isTruthy();
    }

    /** Whether the package is for every platform. */
    public boolean isNoarch() {
        return value("build", "noarch").isTruthy();
    }

    /** Whether {@code build/noarch_python}, the older spelling, is set. */
    public boolean isNoarchPython() {
        return value("build", "noarch_python").isTruthy();
    }

    /** Keys that {@code build/force_use_keys} names. */
    public List<String> forceUseKeys() {
        return value("build", "force_use_keys").asTexts();
    }

    /** Keys that {@code build/force_ignore_keys} names. */
    public List<String> forceIgnoreKeys() {
        return value("build", "force_ignore_keys").asTexts();
    }

    /** The requirements in {@code section}, as in {@code host}; empty where there are none. */
    public List<String> requirements(String section) {
        return value("requirements", section).asTexts();
    }

    /** As {@link #requirements}, each with its place. */
    public List<Text> requirementItems(String section) {
        return value("requirements", section).asList().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .toList();
    }

    /** Whether {@code requirements/} has {@code section} at all. */
    public boolean hasRequirements(String section) {
        return root.section("requirements").get(section).isPresent();
    }

    /** {@code extra/feedstock-name}; empty where there is none. */
    public Optional<String> feedstockName() {
        return root.section("extra")
                .get("feedstock-name")
                .flatMap(RecipeValue::asText)
                .filter(name -> !name.isEmpty());
    }

    /** The entries of {@code outputs:} in order; empty where there are none. */
    public List<RecipeOutput> outputs() {
        List<RecipeOutput> outputs = new ArrayList<>();
        RecipeValue value = root.get("outputs").orElse(nothing());
        List<RecipeValue> entries = value.isTruthy() ? value.asList() : List.of();
        for (RecipeValue entry : entries) {
            if (!(entry instanceof Section section)) {
                throw new InputException(entry.at(), "an output is a mapping with a name:", "");
            }
            outputs.add(new RecipeOutput(section));
        }
        return outputs;
    }

    /**
     * This recipe with what {@code output} of the same name says about itself put first (conda-build's
     * {@code combine_top_level_metadata_with_output}).
     */
    public RenderedRecipe combinedWith(RecipeOutput output) {
        return new RenderedRecipe(
                root.with("build", output.root().section("build")).with("requirements", output.requirements()));
    }

    /**
     * {@code output} of this recipe as a package of its own (conda-build's {@code get_output_metadata}): its own build
     * section, or this recipe's where it has none, and its own requirements.
     */
    public RenderedRecipe asOutput(RecipeOutput output) {
        Map<String, RecipeValue> changed = new LinkedHashMap<>(root.entries());
        Section named = root.section("package")
                .with("name", new Text(output.root().at(), output.name().orElse(name())));
        Optional<RecipeValue> version = output.root().get("version").filter(RecipeValue::isTruthy);
        changed.put(
                "package", version.map(value -> named.with("version", value)).orElse(named));
        changed.put("requirements", output.requirements());
        changed.put("build", output.build(build()));
        return new RenderedRecipe(new Section(output.root().at(), changed));
    }
}
