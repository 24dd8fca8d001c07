package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.required;

import java.math.BigInteger;
import java.util.List;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.overlay.edit.Pair;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeText;

/** {@code number: N}: the build number, and every output's own, becomes {@code number}. */
public record SetNumber(EditValues written, int number) implements RecipeEdit {
    public static final Operation OPERATION = new Operation(
            required("number", EditShape.WHOLE_NUMBER, "the build number"),
            List.of(),
            "Sets the build number, and every output's own, to a number; else like `bump-number`. Where the recipe adds"
                    + " to a variable, as in `{{ build + 100 }}`, it is the variable that gets the number.",
            Reach.VALUES,
            Why.NEVER,
            "- number: 1001",
            values -> new SetNumber(values, values.number("number")));

    @Override
    public Tie tie() {
        return Tie.NUMBER;
    }

    @Override
    public Meaning meaning(RecipeText before) {
        List<BigInteger> old = new BuildNumbers(new RecipeEditor(before))
                .all().values().stream().distinct().toList();
        return Meaning.ofPrints(
                old.size() == 1
                        ? List.of(new Pair(
                                "build/number",
                                BigInteger.valueOf(number).subtract(old.get(0)).toString()))
                        : List.of());
    }

    @Override
    public void apply(RecipeEditor recipe) {
        BuildNumbers numbers = new BuildNumbers(recipe);
        BigInteger wanted = BigInteger.valueOf(number);
        if (numbers.all().values().stream().allMatch(wanted::equals)) {
            throw EditStatus.ALREADY_PRESENT.refusal("the build number is " + number + " already");
        }
        numbers.change(old -> wanted);
    }

    @Override
    public String subject() {
        return "";
    }
}
