package org.archirender.variant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.archirender.evaluated.RecipeOutput;
import org.archirender.evaluated.RecipeValue.Section;
import org.archirender.evaluated.RenderedRecipe;
import org.archirender.python.value.Budget;

/** The packages of a rendered recipe (conda-build's {@code get_output_dicts_from_metadata}). */
final class OutputPackages {
    /** What a package costs for each variant. */
    private static final int PACKAGE = 5000;

    private static final Pattern SUBPACKAGE_PIN = Pattern.compile("\\{\\{\\s*pin_subpackage\\(.*\\)\\s*\\}\\}");
    private static final Pattern NUMPY_PIN =
            Pattern.compile("numpy\\s*x\\.x|pin_compatible\\(['\"]numpy.*max_pin=['\"]x\\.x['\"]");

    private final String text;
    private final JinjaEngine engine;

    OutputPackages(String text, JinjaEngine engine) {
        this.text = text;
        this.engine = engine;
    }

    /** Whether the recipe's own requirements have {@code numpy x.x}, which pins numpy in every package. */
    boolean pinNumpy(PackageVariant top) {
        return NUMPY_PIN.matcher(requirements(top)).find();
    }

    /** The outputs of {@code top}, or {@code top} itself where it has none. */
    List<PackageVariant> of(PackageVariant top) {
        List<RecipeOutput> outputs = new ArrayList<>(top.outputs());
        String name = top.name();
        boolean named = outputs.stream().anyMatch(output -> output.name().equals(Optional.of(name)));
        if (outputs.isEmpty() || (!named && requiresOutput(top))) {
            outputs.add(new RecipeOutput(new Section(top.recipe().at(), new LinkedHashMap<>())).named(name));
        }
        RenderedRecipe combined = top.recipe();
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).name().equals(Optional.of(name))) {
                RecipeOutput output = outputs.get(i).combinedWith(combined);
                outputs.set(i, output);
                combined = combined.combinedWith(output);
            }
        }
        PackageVariant.Places places = new PackageVariant.Places(top.outputs());
        List<PackageVariant> packages = new ArrayList<>();
        for (RecipeOutput output : outputs) {
            Budget.charge(PACKAGE);
            output.checkRequirements();
            RenderedRecipe view = output.name().equals(Optional.of(name)) ? combined : combined.asOutput(output);
            packages.add(new PackageVariant(
                    view,
                    name,
                    output.type(),
                    top.outputs(),
                    Optional.of(output),
                    top.choice(),
                    top.variants(),
                    places.of(view.name(), output.type())));
        }
        return packages;
    }

    /** Whether the recipe's own requirements name one of its outputs; it is a package of its own then. */
    private boolean requiresOutput(PackageVariant top) {
        for (RecipeOutput output : top.outputs()) {
            String name = output.name().orElse("");
            boolean required = top.recipe().requirements("run").stream()
                    .anyMatch(requirement -> requirement.equals(name) || requirement.startsWith(name + " "));
            if (!name.isEmpty() && required) {
                return true;
            }
        }
        return SUBPACKAGE_PIN.matcher(requirements(top)).find();
    }

    private String requirements(PackageVariant top) {
        return engine.select(RecipeSlices.topRequirements(text), top.choice());
    }
}
