package org.archirender.variant;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.jinja.Template;
import org.archirender.python.Limits;
import org.archirender.python.Scope;
import org.archirender.recipe.RecipeContext;
import org.archirender.recipe.RecipeGlobals;
import org.archirender.recipe.RenderedRecipe;
import org.archirender.recipe.SelectedText;
import org.archirender.recipe.SelectorNames;
import org.archirender.tree.FileTree;

/** Selectors, then Jinja, then selectors again, then YAML (conda-build's {@code _get_contents} and {@code parse}). */
final class TemplateEngine implements RecipeEngine {
    private record Selection(String part, VariantChoice variant) {}

    private record Rendering(VariantChoice variant, String name, String version, String number) {}

    private final String text;
    private final String file;
    private final FileTree folder;
    private final ConfigEnvironment environment;
    private final Set<String> visible;
    private final Map<String, SelectedText> parsed = new HashMap<>();
    private final Map<Selection, String> selected = new HashMap<>();
    private final Map<VariantChoice, Scope> selectorNames = new HashMap<>();
    private final Map<String, Template> templates = new HashMap<>();
    private final Map<String, RenderedRecipe> read = new HashMap<>();
    private final Map<Rendering, RenderedRecipe> rendered = new HashMap<>();

    /**
     * @param folder the recipe's
     * @param visible keys whose values templates and selectors may ask for
     */
    TemplateEngine(String text, String file, FileTree folder, ConfigEnvironment environment, Set<String> visible) {
        this.text = text;
        this.file = file;
        this.folder = folder;
        this.environment = environment;
        this.visible = visible;
    }

    @Override
    public String select(String part, VariantChoice variant) {
        Selection selection = new Selection(part, variant);
        String kept = selected.get(selection);
        if (kept == null) {
            kept = parsed.computeIfAbsent(part, SelectedText::of).select(names(variant), file);
            selected.put(selection, kept);
        }
        return kept;
    }

    private Scope names(VariantChoice variant) {
        return selectorNames.computeIfAbsent(
                variant, choice -> SelectorNames.scope(environment.target(), values(choice), environment.variables()));
    }

    private SortedMap<String, String> values(VariantChoice variant) {
        TreeMap<String, String> values = new TreeMap<>();
        visible.forEach(key -> variant.get(key).ifPresent(value -> values.put(key, value.text())));
        return values;
    }

    @Override
    public RenderedRecipe render(VariantChoice variant, Optional<RenderedRecipe> known) {
        Rendering rendering = new Rendering(
                variant,
                known.map(RenderedRecipe::name).orElse(""),
                known.map(RenderedRecipe::version).orElse(""),
                known.map(RenderedRecipe::buildNumber).orElse(""));
        RenderedRecipe recipe = rendered.get(rendering);
        if (recipe == null) {
            recipe = rendered(rendering);
            rendered.put(rendering, recipe);
        }
        return recipe;
    }

    private RenderedRecipe rendered(Rendering rendering) {
        VariantChoice variant = rendering.variant();
        Template template = templates.computeIfAbsent(select(text, variant), key -> Template.parse(key, file));
        RecipeContext context = new RecipeContext(
                environment.target(),
                values(variant),
                environment.variables(),
                rendering.name(),
                rendering.version(),
                rendering.number(),
                folder);
        String out = template.render(RecipeGlobals.of(context), Limits.RECIPE);
        String again = SelectedText.select(out, names(variant), file);
        return read.computeIfAbsent(again, key -> RenderedRecipe.read(key, file));
    }
}
