package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.required;

import java.math.BigInteger;
import java.util.List;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeText;

/** {@code bump-number: N}: the build number, and every output's own, plus {@code by}. */
public record BumpNumber(EditValues written, int by) implements RecipeEdit {
    public static final Operation OPERATION = new Operation(
            required("bump-number", EditShape.WHOLE_NUMBER, "how much is added"),
            List.of(),
            "Adds to the build number, and to every output's own. Follows `{% set build = 3 %}` when the value is"
                    + " a Jinja variable. Changes the digits only: a selector on the line stays.",
            Reach.VALUES,
            Why.NEVER,
            """
            - bump-number: 1
              why: first linux-aarch64 build of a published version""",
            values -> new BumpNumber(values, values.number("bump-number")));

    @Override
    public Tie tie() {
        return Tie.NUMBER;
    }

    @Override
    public Meaning meaning(RecipeText before) {
        return Meaning.ofNumber(old -> old.add(BigInteger.valueOf(by)));
    }

    @Override
    public void apply(RecipeEditor recipe) {
        new BuildNumbers(recipe).change(digits -> digits.number().add(BigInteger.valueOf(by)));
    }

    @Override
    public String subject() {
        return "";
    }

    @Override
    public String remedy(EditStatus status) {
        return switch (status) {
            case NO_EFFECT -> "delete the edit";
            case READS_OTHERWISE -> BuildNumbers.REMEDY;
            default -> RecipeEdit.super.remedy(status);
        };
    }
}
