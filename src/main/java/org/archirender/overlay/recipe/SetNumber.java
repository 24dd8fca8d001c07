package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.required;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeText;
import org.archirender.recipe.UneditableException;
import org.archirender.tree.FileTree;

/**
 * {@code number: N}: the build number, and every output's own, becomes {@code number}.
 *
 * @param added what the recipe adds to the variable that the number comes from
 */
public record SetNumber(EditValues written, BigInteger number, BigInteger added) implements RecipeEdit {
    public static final Operation OPERATION = new Operation(
            required("number", EditShape.WHOLE_NUMBER, "the build number"),
            List.of(),
            "Sets the build number, and every output's own, to a number; else like `bump-number`. Where the recipe adds"
                    + " to a variable, as in `{{ build + 100 }}`, the variable gets what makes the number come out; where"
                    + " only a variant decides what is added, the variable gets the number.",
            Reach.VALUES,
            Why.NEVER,
            "- number: 1001",
            values -> new SetNumber(values, BigInteger.valueOf(values.number("number")), BigInteger.ZERO));

    @Override
    public Tie tie() {
        return Tie.NUMBER;
    }

    @Override
    public Meaning meaning(RecipeText before) {
        return Meaning.ofNumber(old -> number);
    }

    /** Writes the number, sees what the recipe makes of it, and takes that off. */
    @Override
    public RecipeEdit settled(FileTree recipe, Function<RecipeText, List<BigInteger>> numbers) {
        return RecipeFile.of(recipe)
                .map(file -> settled(file.recipe(), numbers))
                .orElse(this);
    }

    private SetNumber settled(RecipeText recipe, Function<RecipeText, List<BigInteger>> numbers) {
        List<BigInteger> more = numbers.apply(changed(recipe)).stream()
                .map(out -> out.subtract(number))
                .filter(each -> each.signum() != 0)
                .distinct()
                .toList();
        if (more.size() != 1 || more.get(0).compareTo(number) > 0) {
            return this;
        }
        SetNumber other = new SetNumber(written, number, more.get(0));
        return numbers.apply(other.changed(recipe)).stream().allMatch(number::equals) ? other : this;
    }

    private RecipeText changed(RecipeText recipe) {
        RecipeEditor editor = new RecipeEditor(recipe);
        try {
            new BuildNumbers(editor).change(this::wanted);
        } catch (EditRefusal | UneditableException e) {
            return recipe;
        }
        return recipe.isRecipeYaml() ? RecipeText.parseRecipeYaml(editor.text()) : RecipeText.parse(editor.text());
    }

    private BigInteger wanted(BuildNumbers.Digits digits) {
        return digits.ofVariable() ? number.subtract(added) : number;
    }

    @Override
    public void apply(RecipeEditor recipe) {
        BuildNumbers numbers = new BuildNumbers(recipe);
        if (numbers.all().stream().allMatch(digits -> digits.number().equals(wanted(digits)))) {
            throw EditStatus.ALREADY_PRESENT.refusal("the build number is " + number + " already");
        }
        numbers.change(this::wanted);
    }

    @Override
    public String subject() {
        return "";
    }

    @Override
    public String remedy(EditStatus status) {
        return status == EditStatus.READS_OTHERWISE ? BuildNumbers.REMEDY : RecipeEdit.super.remedy(status);
    }
}
