package org.archirender.variant;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.archirender.jinja.Template;
import org.archirender.python.Limits;
import org.archirender.python.PyValue;
import org.archirender.python.Scope;
import org.archirender.recipe.Platform;
import org.archirender.recipe.RenderedRecipe;
import org.archirender.recipe.SelectedText;
import org.archirender.recipe.SelectorNames;

/** Selectors, then Jinja, then selectors again, then YAML (conda-build's {@code _get_contents} and {@code parse}). */
final class TemplateEngine implements RecipeEngine {
    private record Rendering(VariantChoice variant, String name, String version, String number) {}

    private final String text;
    private final String file;
    private final ConfigEnvironment environment;
    private final Set<String> visible;
    private final Map<String, SelectedText> parsed = new HashMap<>();
    private final Map<VariantChoice, Map<String, PyValue>> names = new HashMap<>();
    private final Map<String, Template> templates = new HashMap<>();
    private final Map<String, RenderedRecipe> read = new HashMap<>();
    private final Map<Rendering, RenderedRecipe> rendered = new HashMap<>();

    /** @param visible keys whose values templates and selectors may ask for */
    TemplateEngine(String text, String file, ConfigEnvironment environment, Set<String> visible) {
        this.text = text;
        this.file = file;
        this.environment = environment;
        this.visible = visible;
    }

    @Override
    public String select(String part, VariantChoice variant) {
        return parsed.computeIfAbsent(part, SelectedText::of).select(Scope.of(names(variant)), file);
    }

    private Map<String, PyValue> names(VariantChoice variant) {
        Map<String, PyValue> known = names.get(variant);
        if (known == null) {
            Platform target = environment.target();
            known = SelectorNames.of(target, target, values(variant), environment.variables());
            names.put(variant, known);
        }
        return known;
    }

    private Map<String, String> values(VariantChoice variant) {
        Map<String, String> values = new TreeMap<>();
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
            recipe = rendered(variant, known);
            rendered.put(rendering, recipe);
        }
        return recipe;
    }

    private RenderedRecipe rendered(VariantChoice variant, Optional<RenderedRecipe> known) {
        String selected = select(text, variant);
        Template template = templates.computeIfAbsent(selected, key -> Template.parse(key, file));
        Map<String, PyValue> globals = new LinkedHashMap<>(names(variant));
        globals.putAll(new TemplateNames(environment, values(variant)).of(known));
        String out = template.render(Scope.of(globals), Limits.RECIPE);
        String again = select(out, variant);
        return read.computeIfAbsent(again, key -> RenderedRecipe.read(key, file));
    }
}
