package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.recipe.Container;
import org.archirender.recipe.KeyCreation;
import org.archirender.recipe.PathResult.Hit;
import org.archirender.recipe.PathResult.Miss;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipePath;
import org.archirender.recipe.RecipePath.Step;
import org.archirender.recipe.RecipeText;
import org.archirender.selector.SelectedName;
import org.archirender.text.Span;
import org.archirender.yaml.FieldShapes;

/** {@code set-key: PATH}: a scalar's value; the key is created where absent. */
public record SetKey(
        EditValues written, String value, Optional<String> was, Optional<String> after, boolean keepComment)
        implements PathEdit {
    public static final Operation OPERATION = new Operation(
            required("set-key", EditShape.PATHS, "the key"),
            List.of(
                    required("value", FieldShapes.TEXT, "verbatim, as it stands behind `key: `"),
                    WAS,
                    optional(
                            "after",
                            FieldShapes.TEXT,
                            "the sibling key below which a new key goes; the last, unless told"),
                    KEEP),
            "Sets a scalar key such as `build/noarch` or `build/skip`; creates it where absent. What follows on"
                    + " the line, such as a selector, stays.",
            Reach.VALUES,
            new Why("with `was`, and for a key `skip`", SetKey::explained),
            """
            - set-key: build/detect_binary_files_with_prefix
              value: "False\"""",
            values -> new SetKey(
                    values,
                    values.text("value"),
                    values.optional("was"),
                    values.optional("after"),
                    values.has("keep")));

    private static final Pattern SKIP = Pattern.compile("(.*/)?skip(\\[.*)?");

    /** A bracket that picks a member of a list. */
    private static final Pattern NO_SELECTOR = Pattern.compile("\\d*|[^=!<>]+=[^=].*");

    private static String explained(EditValues values) {
        if (values.has("was")) {
            return "replaces a value";
        }
        boolean skip =
                values.subjects().stream().anyMatch(path -> SKIP.matcher(path).matches());
        return skip ? "disables a build" : "";
    }

    @Override
    public Meaning meaning(RecipeText before) {
        return Meaning.ofTexts(paths().stream()
                .map(path -> SelectedName.parse(path)
                        .map(SelectedName::selector)
                        .filter(selector -> !Values.hasComment(value)
                                && !NO_SELECTOR.matcher(selector).matches())
                        .map(selector -> value + "  # [" + selector + "]")
                        .orElse(value))
                .distinct()
                .toList());
    }

    @Override
    public void apply(EditedPath at) {
        RecipeText recipe = at.recipe();
        refuseVariableOfCommands(at);
        if (recipe.find(at.path()) instanceof Miss miss && was.isEmpty()) {
            create(at, miss);
            return;
        }
        Entry key = at.key();
        if (!key.value().isFlow() && (key.value() instanceof Mapping || key.value() instanceof Sequence)) {
            throw EditStatus.VALUE_CHANGED.refusal(at.withLine() + " is no single value but " + at.kind());
        }
        Span replaced = replaced(key);
        if (Values.same(recipe.text(replaced), value)) {
            throw at.present(key);
        }
        at.refuseChanged(was);
        if (keepComment) {
            at.keepAsComment();
        }
        at.editor().replaceValue(key, replaced.end(), value);
    }

    /** A script that is a text or a list has no environment of its own. */
    private static void refuseVariableOfCommands(EditedPath at) {
        List<Step> steps = at.path().steps();
        int script = steps.size() - "script/env/NAME".split("/", -1).length;
        if (script < 0
                || !steps.get(script).key().equals("script")
                || !steps.get(script + 1).key().equals("env")) {
            return;
        }
        EditedPath above = new EditedPath(at.editor(), new RecipePath(steps.subList(0, script + 1)));
        if (at.recipe().find(above.path()) instanceof Hit hit
                && hit.member().value().entries().isEmpty()
                && !at.recipe().text(hit.member().value().span()).isBlank()) {
            throw EditStatus.PATH_MISSING.refusal(
                    "%s is no mapping with env: but %s\nadd-item: %s with at: start and 'export %s=…' sets it for the commands there"
                            .formatted(
                                    above.withLine(),
                                    above.kind(),
                                    above.path(),
                                    at.path().lastKey()));
        }
    }

    @Override
    public String withoutSelector(String selector) {
        return "a key counts always; its value may be an expression, and skip is one itself: '" + selector + "'";
    }

    /** A key that is not there, or not under that selector: below the last of its name. */
    private void create(EditedPath at, Miss miss) {
        Optional<String> selector = newSelector(at.recipe(), miss);
        if (selector.isEmpty()) {
            KeyCreation.create(at.editor(), EditedPath.creatable(miss), miss.missing(), after, value);
            return;
        }
        String key = miss.missing().get(0).key();
        Container container = miss.container().orElseThrow();
        if (container.isFlow()) {
            throw EditStatus.NO_EFFECT.refusal("an inline mapping has no line for a selector");
        }
        boolean first = container.node().entries(key).isEmpty();
        KeyCreation.create(
                at.editor(),
                EditedPath.creatable(new Miss(
                        miss.container(), List.of(new Step(key, List.of())), miss.message(), miss.nearMisses())),
                List.of(new Step(key, List.of())),
                after.or(() -> first ? Optional.empty() : Optional.of(key)),
                value + "  # [" + selector.get() + "]");
    }

    /** The selector of a path's last key, where that can get one; a value may have its own instead. */
    private Optional<String> newSelector(RecipeText recipe, Miss miss) {
        List<String> brackets = miss.missing().get(0).brackets();
        return miss.missing().size() == 1
                        && miss.container().isPresent()
                        && !recipe.isRecipeYaml()
                        && !Values.hasComment(value)
                ? brackets.stream()
                        .filter(bracket -> brackets.size() == 1
                                && !NO_SELECTOR.matcher(bracket).matches())
                        .findFirst()
                : Optional.empty();
    }

    /** The selectors of its paths are written where keys get them. */
    @Override
    public List<String> selectors() {
        return Stream.concat(
                        PathEdit.super.selectors().stream(),
                        paths().stream()
                                .flatMap(path -> SelectedName.parse(path).stream())
                                .map(SelectedName::selector))
                .toList();
    }

    @Override
    public String remedy(EditStatus status) {
        return switch (status) {
            case ITEM_AMBIGUOUS ->
                "pick one as KEY[selector]; with a selector that none has, KEY[selector] makes another";
            case VALUE_CHANGED ->
                "look at what is there now: correct 'was', use add-item on a list, or delete the edit";
            default -> PathEdit.super.remedy(status);
        };
    }

    /** What gives way to the value: the old one, with its comment where the new one brings its own. */
    private Span replaced(Entry key) {
        Span old = key.value().span();
        return Values.hasComment(value)
                ? new Span(old.start(), key.comment().map(Span::end).orElse(old.end()))
                : old;
    }
}
