package org.archirender.variant;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.archirender.evaluated.RecipeContext;
import org.archirender.evaluated.RecipeGlobals;
import org.archirender.evaluated.RenderedRecipe;
import org.archirender.jinja.Template;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.python.library.Scope;
import org.archirender.python.value.Budget;
import org.archirender.python.value.Limits;
import org.archirender.selector.SelectedText;
import org.archirender.selector.SelectorNames;
import org.archirender.tree.FileTree;
import org.archirender.variant.config.ConfigEnvironment;
import org.archirender.variant.config.OriginalLines;
import org.archirender.variant.config.VariantChoice;

/** Selectors, then Jinja, then selectors again, then YAML (conda-build's {@code _get_contents} and {@code parse}). */
final class JinjaEngine {
    /** What a character is worth that is kept until the recipe's last variant is done. */
    private static final int KEPT = 8;

    /** What parsing a character is worth. */
    private static final int PARSED = 50;

    private record Selection(String part, VariantChoice variant) {}

    private record Rendering(VariantChoice variant, String name, String version, String number) {}

    private final String text;
    private final String file;
    private final FileTree folder;
    private final ConfigEnvironment environment;
    private final Set<String> visible;
    private final OriginalLines places;
    private final Map<String, SelectedText> parsed = new HashMap<>();
    private final Map<Selection, String> selected = new HashMap<>();
    private final Map<VariantChoice, Scope> selectorNames = new HashMap<>();
    private final Map<VariantChoice, String> outs = new HashMap<>();
    private final Map<String, Template> templates = new HashMap<>();
    private final Map<String, RenderedRecipe> read = new HashMap<>();
    private final Map<Rendering, RenderedRecipe> rendered = new HashMap<>();

    /**
     * @param folder the recipe's
     * @param visible keys whose values templates and selectors may ask for
     */
    JinjaEngine(String text, String file, FileTree folder, ConfigEnvironment environment, Set<String> visible) {
        this.text = text;
        this.file = file;
        this.folder = folder;
        this.environment = environment;
        this.visible = visible;
        this.places = new OriginalLines(text, file);
    }

    /**
     * The lines of {@code part} that their selectors keep.
     *
     * @throws InputException at the line of a selector that can't be evaluated
     */
    String select(String part, VariantChoice variant) {
        return selected.computeIfAbsent(
                new Selection(part, variant), key -> selected(parsed.computeIfAbsent(part, SelectedText::of), variant));
    }

    private String selected(SelectedText lines, VariantChoice variant) {
        String left = lines.select(names(variant), file);
        Budget.charge((long) KEPT * left.length());
        return left;
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

    /**
     * The whole recipe.
     *
     * @param known what an earlier rendering made of the recipe: its name and version are what templates see as
     *     {@code PKG_NAME} and {@code PKG_VERSION}; empty at first
     * @throws InputException where the template is wrong or what it gives is no recipe
     */
    RenderedRecipe render(VariantChoice variant, Optional<RenderedRecipe> known) {
        Rendering rendering = new Rendering(
                variant,
                known.map(RenderedRecipe::name).orElse(""),
                known.map(RenderedRecipe::version).orElse(""),
                known.map(RenderedRecipe::buildNumber).orElse(""));
        return rendered.computeIfAbsent(rendering, this::rendered);
    }

    private RenderedRecipe rendered(Rendering rendering) {
        VariantChoice variant = rendering.variant();
        String selected = select(text, variant);
        String out;
        try {
            Template template = templates.computeIfAbsent(selected, key -> template(key));
            out = template.render(RecipeGlobals.of(context(rendering)), Limits.RECIPE);
        } catch (InputException e) {
            throw e.moved(at -> places.ofSelected(at, names(variant)));
        }
        Budget.charge((long) KEPT * out.length());
        outs.put(variant, out);
        try {
            String again = SelectedText.select(out, names(variant), OriginalLines.rendered(file));
            return read.computeIfAbsent(again, this::read);
        } catch (InputException e) {
            throw e.moved(at -> source(at, variant));
        }
    }

    private Template template(String source) {
        Budget.charge((long) PARSED * source.length());
        return Template.parse(source, file);
    }

    private RenderedRecipe read(String out) {
        Budget.charge((long) PARSED * out.length());
        return RenderedRecipe.read(out, OriginalLines.rendered(file));
    }

    private RecipeContext context(Rendering rendering) {
        return new RecipeContext(
                environment.target(),
                values(rendering.variant()),
                environment.variables(),
                rendering.name(),
                rendering.version(),
                rendering.number(),
                folder);
    }

    /** What {@code work} does for {@code variant}, its errors with the recipe's own lines. */
    <T> T placing(VariantChoice variant, Supplier<T> work) {
        try {
            return work.get();
        } catch (InputException e) {
            throw e.moved(at -> source(at, variant));
        }
    }

    /** The recipe's line that became line {@code rendered} of what {@link #render} gave for {@code variant}. */
    Location source(Location rendered, VariantChoice variant) {
        return places.ofRendered(rendered, outs.getOrDefault(variant, ""), names(variant));
    }
}
