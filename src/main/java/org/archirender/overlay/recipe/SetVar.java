package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.overlay.edit.Pair;
import org.archirender.recipe.JinjaVariable;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeText;
import org.archirender.selector.SelectedName;
import org.archirender.text.NearMiss;
import org.archirender.text.Quotes;
import org.archirender.text.Span;
import org.archirender.yaml.FieldShapes;

/** {@code set-var: NAME}: the value of a {@code {% set NAME = … %}}, verbatim; in recipe.yaml that of context/NAME. */
public record SetVar(EditValues written, String name, String value, Optional<String> was) implements RecipeEdit {
    public static final Operation OPERATION = new Operation(
            required("set-var", FieldShapes.TEXT, "the variable's name"),
            List.of(
                    required(
                            "value",
                            FieldShapes.TEXT,
                            "verbatim, as it stands behind `=`; a bare word takes the old one's quotes"),
                    PathEdit.WAS),
            "Sets the value of a `{% set NAME = … %}`, in recipe.yaml of `context/NAME`. `NAME[selector]` picks one"
                    + " of several.",
            Reach.VALUES,
            Why.always("replaces a value"),
            """
            - set-var: build
              value: "3"
              was: "2"
              why: build 2 is broken on this port""",
            values -> new SetVar(values, values.subject(), values.text("value"), values.optional("was")));

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\.?\\d[\\w.+!~-]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    /** A literal prints itself, a name something; what else an expression gives is its own affair. */
    @Override
    public Meaning meaning(RecipeText before) {
        String variable =
                "{{ " + SelectedName.parse(name).map(SelectedName::name).orElse(name) + " }}";
        String text = Quotes.without(value);
        boolean more = before.isRecipeYaml() && (text.contains("{{") || text.contains("''"));
        boolean literal = Quotes.areAround(value) && value.indexOf('\\') < 0 && !more;
        if (literal || NUMBER.matcher(value).matches()) {
            return Meaning.ofPrints(List.of(new Pair(variable, text)));
        }
        return Meaning.ofPrints(NAME.matcher(value).matches() ? List.of(new Pair(variable, "")) : List.of());
    }

    @Override
    public void apply(RecipeEditor editor) {
        JinjaVariable variable = variable(editor.recipe());
        set(editor, variable.name(), variable.value(), value, was);
    }

    private JinjaVariable variable(RecipeText recipe) {
        Optional<SelectedName> selected = SelectedName.parse(name);
        String variable = selected.map(SelectedName::name).orElse(name);
        List<JinjaVariable> found = recipe.variables(variable).stream()
                .filter(one -> selected.isEmpty() || selected.get().isUnder(recipe.condition(one)))
                .toList();
        if (found.isEmpty()) {
            List<String> names = recipe.variables().stream()
                    .map(JinjaVariable::name)
                    .distinct()
                    .toList();
            String has = names.isEmpty() ? "it sets none" : "it sets " + String.join(", ", names);
            throw EditStatus.PATH_MISSING.refusal(
                    "the recipe sets no variable " + name + "; " + has, NearMiss.of(variable, names));
        }
        return only(recipe, found);
    }

    /** Writes {@code value} in the place of a value; refused where it is there, or where what is there was another. */
    static void set(RecipeEditor editor, String name, Span span, String value, Optional<String> was) {
        RecipeText recipe = editor.recipe();
        String old = recipe.text(span);
        String shown = EditedPath.shown(recipe, recipe.lineOf(span.start()));
        if (Values.same(old, value)) {
            throw EditStatus.ALREADY_PRESENT.refusal(name + " is that already:" + shown);
        } else if (was.isPresent() && !Values.same(old, was.get())) {
            throw EditStatus.VALUE_CHANGED.refusal("%s was %s and is now%s".formatted(name, was.get(), shown));
        }
        editor.replace(span, Values.inContext(recipe, Values.likeOld(old, value)));
    }

    /** The one of all that set a variable. */
    static JinjaVariable only(RecipeText recipe, List<JinjaVariable> found) {
        if (found.size() == 1) {
            return found.get(0);
        }
        String name = found.get(0).name();
        String lines = found.stream()
                .map(variable ->
                        EditedPath.shown(recipe, recipe.lineOf(variable.value().start())))
                .collect(Collectors.joining());
        throw EditStatus.ITEM_AMBIGUOUS.refusal(
                "the recipe sets %s %d times:%s\nsay which by its selector, such as %s[win]"
                        .formatted(name, found.size(), lines, name));
    }
}
