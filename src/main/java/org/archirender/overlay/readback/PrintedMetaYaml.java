package org.archirender.overlay.readback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.archirender.conda.Platform;
import org.archirender.evaluated.RecipeContext;
import org.archirender.evaluated.RecipeGlobals;
import org.archirender.evaluated.RecipeOutput;
import org.archirender.evaluated.RenderedRecipe;
import org.archirender.jinja.Template;
import org.archirender.problem.InputException;
import org.archirender.python.library.Scope;
import org.archirender.python.value.Limits;
import org.archirender.recipe.JinjaVariable;
import org.archirender.recipe.RecipeText;
import org.archirender.selector.SelectedText;
import org.archirender.selector.SelectorNames;
import org.archirender.text.Span;
import org.archirender.text.Splice;
import org.archirender.tree.FileTree;

/** What a meta.yaml comes to. */
final class PrintedMetaYaml implements Printed {
    private static final String FILE = "meta.yaml";
    private static final char MARK = '\uE900';

    private final Platform target;
    private final FileTree folder;
    private final RecipeText recipe;
    private final String out;
    private final RenderedRecipe read;

    /**
     * Evaluates {@code recipe}.
     *
     * @throws InputException where that fails
     */
    PrintedMetaYaml(Platform target, FileTree folder, RecipeText recipe) {
        this.target = target;
        this.folder = folder;
        this.recipe = recipe;
        this.out = rendered(recipe.text(), new TreeMap<>());
        this.read = RenderedRecipe.read(out, FILE);
    }

    @Override
    public Optional<String> version() {
        return Optional.of(read.version())
                .filter(version -> supposed().map(RenderedRecipe::version).allMatch(version::equals));
    }

    /** Those that only a variant decides come to nothing. */
    @Override
    public SortedMap<String, String> numbers() {
        SortedMap<String, String> numbers = numbers(read);
        supposed()
                .map(PrintedMetaYaml::numbers)
                .forEach(others -> numbers.replaceAll(
                        (path, number) -> number.equals(others.getOrDefault(path, number)) ? number : ""));
        return numbers;
    }

    /** What it is for variants that may make a difference, but those for which it is nothing. */
    private Stream<RenderedRecipe> supposed() {
        Scope known = RecipeGlobals.of(context(new TreeMap<>()));
        return SupposedVariants.of(recipe.text(), name -> known.find(name).isPresent()).stream()
                .flatMap(variant -> read(variant).stream());
    }

    private Optional<RenderedRecipe> read(SortedMap<String, String> variant) {
        try {
            return Optional.of(RenderedRecipe.read(rendered(recipe.text(), variant), FILE));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static SortedMap<String, String> numbers(RenderedRecipe read) {
        SortedMap<String, String> numbers = new TreeMap<>();
        numbers.put("build/number", read.buildNumber());
        List<RecipeOutput> outputs = read.outputs();
        for (int i = 0; i < outputs.size(); i++) {
            numbers.put("outputs[" + i + "]/build/number", outputs.get(i).buildNumber());
        }
        return numbers;
    }

    @Override
    public Optional<Boolean> hasChecksum(String sha256) {
        return Optional.of(out.contains(sha256));
    }

    /** Printed where it is set; empty where no set of it is run. */
    @Override
    public Optional<String> variable(String name) {
        List<Splice> probes = new ArrayList<>();
        for (JinjaVariable variable : recipe.variables(name)) {
            int end = recipe.text().indexOf("%}", variable.value().end()) + 2;
            probes.add(new Splice(Span.at(end), MARK + "{{ " + name + " }}" + MARK));
        }
        String[] parts =
                rendered(Splice.apply(recipe.text(), probes), new TreeMap<>()).split(String.valueOf(MARK), -1);
        return parts.length < 2 ? Optional.empty() : Optional.of(parts[1]);
    }

    private RecipeContext context(SortedMap<String, String> variant) {
        return new RecipeContext(target, variant, new TreeMap<>(), "", "", "", folder);
    }

    private String rendered(String text, SortedMap<String, String> variant) {
        Scope names = SelectorNames.scope(target, variant, new TreeMap<>());
        String evaluated = Template.parse(SelectedText.select(text, names, FILE), FILE)
                .render(RecipeGlobals.of(context(variant)), Limits.RECIPE);
        return SelectedText.select(evaluated, names, FILE);
    }
}
