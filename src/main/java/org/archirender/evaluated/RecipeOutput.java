package org.archirender.evaluated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.evaluated.RecipeValue.Flag;
import org.archirender.evaluated.RecipeValue.Items;
import org.archirender.evaluated.RecipeValue.Section;
import org.archirender.evaluated.RecipeValue.Text;
import org.archirender.problem.InputException;

/** An entry of a recipe's {@code outputs:}, as it stands there. */
public record RecipeOutput(Section root) {
    /** Its name, where it has one. */
    public Optional<String> name() {
        return root.get("name").flatMap(RecipeValue::asText);
    }

    /** Its own {@code build/number} as written; empty where there is none. */
    public String buildNumber() {
        return root.section("build").get("number").flatMap(RecipeValue::asText).orElse("");
    }

    /** This output under {@code name}. */
    public RecipeOutput named(String name) {
        return new RecipeOutput(root.with("name", new Text(root.at(), name)));
    }

    /**
     * Refuses requirements that are no text.
     *
     * @throws InputException at the requirement
     */
    public void checkRequirements() {
        for (String section : List.of("build", "host", "run")) {
            for (RecipeValue item :
                    requirements().get(section).map(RecipeValue::asList).orElse(List.of())) {
                if (item.asText().isEmpty()) {
                    throw new InputException(
                            item.at(),
                            "requirements/" + section + " of output '" + name().orElse("")
                                    + "' has an empty item or one" + " that is no text",
                            "remove it, or give the variable that it consists of a value");
                }
            }
        }
    }

    /** What kind of package, as in {@code wheel}; empty where it doesn't say, and then it is a conda package. */
    public Optional<String> type() {
        return root.get("type").flatMap(RecipeValue::asText);
    }

    /** The script that puts the output together; empty where there is none. */
    public Optional<RecipeValue> script() {
        return root.get("script");
    }

    /** Requirements by section; a plain list counts for host and run alike (conda-build's {@code expand_reqs}). */
    Section requirements() {
        RecipeValue value = root.get("requirements").orElse(new Section(root.at(), new LinkedHashMap<>()));
        if (value instanceof Section section) {
            Map<String, RecipeValue> listed = new LinkedHashMap<>();
            section.entries().forEach((name, items) -> listed.put(name, new Items(items.at(), items.asList())));
            return new Section(value.at(), listed);
        }
        Map<String, RecipeValue> both = new LinkedHashMap<>();
        if (value.isTruthy()) {
            Items items = new Items(value.at(), value.asList());
            both.put("host", items);
            both.put("run", items);
        }
        return new Section(value.at(), both);
    }

    /** The output's own build section; where it has none the recipe's, which then says nothing about noarch. */
    Section build(Section recipe) {
        if (root.get("build").isPresent()) {
            return root.section("build");
        }
        Flag no = new Flag(root.at(), false);
        return recipe.with("noarch", root.get("noarch").orElse(no))
                .with("noarch_python", root.get("noarch_python").orElse(no));
    }

    /** This output with the sections of {@code recipe} for every key that it lacks; both are one package. */
    public RecipeOutput combinedWith(RenderedRecipe recipe) {
        Section requirements = filled(requirements(), recipe.section("requirements"));
        Section build = filled(root.section("build"), recipe.section("build"));
        return new RecipeOutput(root.with("requirements", requirements).with("build", build));
    }

    private static Section filled(Section section, Section from) {
        Section filled = section;
        for (Map.Entry<String, RecipeValue> entry : from.entries().entrySet()) {
            if (filled.get(entry.getKey()).isEmpty()) {
                filled = filled.with(entry.getKey(), entry.getValue());
            }
        }
        return filled;
    }
}
