package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeText;
import org.archirender.selector.Selector;
import org.archirender.text.Span;
import org.archirender.yaml.Field;
import org.archirender.yaml.FieldShapes;

/** {@code select-item: PATH}: an item's selector only. */
public record SelectItem(EditValues written, String item, String when, OptionalInt col) implements PathEdit {
    /** What {@code when} is to edits, to rules. */
    static final Field SELECTOR =
            optional("selector", FieldShapes.TEXT, "the same, for rules, where `when` is the rule's condition");

    private static final String ALWAYS = "always";

    public static final Operation OPERATION = new Operation(
            required("select-item", EditShape.PATHS, "the list"),
            List.of(
                    ITEM,
                    optional("when", FieldShapes.TEXT, "the selector's expression; `always` drops the selector"),
                    SELECTOR,
                    optional(
                            "col",
                            EditShape.COLUMN,
                            "0-based column of the `#`; two blanks after the text unless told")),
            "Sets only the `# [selector]` of an item, or drops it.",
            Reach.VALUES,
            new Why(
                    "unless `when` is `always`",
                    values -> selector(values).equals(ALWAYS) ? "" : "disables an item somewhere"),
            """
            - select-item: [requirements/host, requirements/run]
              item: tk
              when: not aarch64
              why: the port has no tk yet""",
            SelectItem::of);

    private static SelectItem of(EditValues values) {
        if (values.has("when") == values.has("selector")) {
            values.refuse("select-item needs its selector, in 'when' or in 'selector'", "give one of the two");
        }
        if (selector(values).strip().matches("(?s)\\[.*\\]")) {
            values.refuse("the selector has brackets of its own: " + selector(values), "write it without them");
        }
        return new SelectItem(values, values.text("item"), selector(values), values.optionalNumber("col"));
    }

    private static String selector(EditValues values) {
        return values.text(values.has("when") ? "when" : "selector");
    }

    /** In a recipe.yaml the selector is a text, too. */
    @Override
    public Meaning meaning(RecipeText before) {
        if (!before.isRecipeYaml()) {
            return Meaning.ofPrints(List.of());
        }
        RecipeEditor editor = new RecipeEditor(before);
        return Meaning.ofConditioned(paths().stream()
                .distinct()
                .map(path -> EditedPath.of(editor, path).item(item))
                .map(found -> new Conditional(editor).meaning(found, expression()))
                .toList());
    }

    @Override
    public void apply(EditedPath at) {
        RecipeText recipe = at.recipe();
        RecipeItem found = at.item(item);
        if (isUnder(at, found)) {
            throw at.present(found.member());
        } else if (found.container().isFlow() && found.branches().isEmpty()) {
            selectInline(at, found);
        } else if (recipe.isRecipeYaml()) {
            new Conditional(at.editor()).set(found, expression());
        } else {
            comment(at.editor(), found.member());
        }
    }

    private boolean isUnder(EditedPath at, RecipeItem found) {
        return at.recipe().isRecipeYaml()
                ? new Conditional(at.editor()).isUnder(found, expression())
                : Selector.same(
                        at.recipe().selector(found.member()).orElse(""),
                        expression().orElse(""));
    }

    /** The selector that is to be there; empty for none. */
    private Optional<String> expression() {
        return when.equals(ALWAYS) ? Optional.empty() : Optional.of(when);
    }

    @Override
    public List<String> selectors() {
        List<String> selectors = new ArrayList<>(PathEdit.super.selectors());
        expression().ifPresent(selectors::add);
        return selectors;
    }

    /** A selector needs a line, so the list gets lines. */
    private void selectInline(EditedPath at, RecipeItem found) {
        RecipeText recipe = at.recipe();
        Member list = at.member();
        List<String> lines = new ArrayList<>(at.editor().itemLines(list));
        int index = found.container().members().indexOf(found.member());
        String indent = recipe.indentOf(list.head().start()) + "  ";
        String line = lines.get(index);
        if (recipe.isRecipeYaml()) {
            lines.set(index, "- if: " + Conditional.written(when));
            lines.add(index + 1, "  then: " + line.substring(2));
        } else {
            lines.set(index, line + gap(indent + line) + "# [" + when + "]");
        }
        at.editor().expand(at.path(), list, lines);
    }

    private void comment(RecipeEditor editor, Member member) {
        RecipeText recipe = editor.recipe();
        if (member.endLine() - member.firstLine() > 1) {
            // conda-build takes out the line with the selector and leaves the item's others.
            throw EditStatus.NO_EFFECT.refusal(
                    "a selector counts for its line only, and this item has several:%s\nreplace-item it by one with a selector on each line"
                            .formatted(EditedPath.shown(recipe, member)));
        }
        Span span = recipe.lineSpan(member.firstLine());
        int contentEnd = member.comment().map(Span::start).orElse(span.end());
        String text = recipe.text().substring(span.start(), contentEnd);
        String content = text.stripTrailing();
        String note = recipe.note(member);
        String kept = note.isEmpty() ? content : text + note;
        String line = kept
                + expression()
                        .map(selector -> gap(kept) + "# [" + selector + "]")
                        .orElse("");
        int stays = (span.of(recipe.text()).startsWith(kept) ? kept : content).length();
        editor.replace(new Span(span.start() + stays, span.end()), line.substring(stays));
    }

    /** Two blanks, or as many as there are to the column. */
    private String gap(String before) {
        int width = before.codePointCount(0, before.length());
        int column = col.orElse(0);
        return " ".repeat(column > width ? column - width : 2);
    }
}
