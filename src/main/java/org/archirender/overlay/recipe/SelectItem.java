package org.archirender.overlay.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.recipe.Container;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Scalar;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipePath;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Span;

/** {@code select-item}. */
final class SelectItem {
    private final RecipeEditor change;
    private final RecipeText recipe;
    private final RecipePath path;
    private final RecipeEdit.SelectItem edit;
    private final Optional<String> when;

    private SelectItem(RecipeEditor change, RecipePath path, RecipeEdit.SelectItem edit) {
        this.change = change;
        this.recipe = change.recipe();
        this.path = path;
        this.edit = edit;
        this.when = edit.when().equals("always") ? Optional.empty() : Optional.of(edit.when());
    }

    static void select(RecipeEditor change, RecipePath path, RecipeEdit.SelectItem edit) {
        new SelectItem(change, path, edit).select();
    }

    private void select() {
        Member list = RecipeLookup.hit(recipe, path).member();
        RecipeItem item = RecipeLookup.item(recipe, path, list, edit.item());
        Optional<String> old = recipe.isRecipeYaml() ? item.condition(recipe) : recipe.selector(item.member());
        if (blankless(old).equals(blankless(when))) {
            throw new EditRefusal(
                    EditStatus.ALREADY_PRESENT, path + " has already" + RecipeLookup.shown(recipe, item.member()));
        } else if (item.container().isFlow()) {
            selectInline(list, item);
        } else if (recipe.isRecipeYaml()) {
            wrap(item);
        } else {
            refuseSeveralLines(item.member());
            comment(item.member());
        }
    }

    /** A selector needs a line, so the list gets lines. */
    private void selectInline(Member list, RecipeItem item) {
        List<String> lines = new ArrayList<>(change.itemLines(list));
        int index = item.container().members().indexOf(item.member());
        String indent = recipe.indentOf(list.head().start()) + "  ";
        String line = lines.get(index);
        if (recipe.isRecipeYaml()) {
            lines.set(index, "- if: " + edit.when());
            lines.add(index + 1, "  then: " + line.substring(2));
        } else {
            lines.set(index, line + gap(indent + line) + "# [" + edit.when() + "]");
        }
        change.expand(path, list, lines);
    }

    /** conda-build takes out the line with the selector and leaves the item's others. */
    private void refuseSeveralLines(Member member) {
        if (member.endLine() - member.firstLine() > 1) {
            throw new EditRefusal(
                    EditStatus.NO_EFFECT,
                    "a selector counts for its line only, and this item has several:%s\nreplace-item it by one with a selector on each line"
                            .formatted(RecipeLookup.shown(recipe, member)));
        }
    }

    private static String blankless(Optional<String> condition) {
        return condition.orElse("").replaceAll("\\s+", "");
    }

    private void comment(Member member) {
        Span span = recipe.lineSpan(member.firstLine());
        int contentEnd = member.comment().map(Span::start).orElse(span.end());
        String text = recipe.text().substring(span.start(), contentEnd);
        String content = text.stripTrailing();
        String note = recipe.note(member);
        String kept = note.isEmpty() ? content : text + note;
        change.replace(
                span,
                kept + when.map(selector -> gap(kept) + "# [" + selector + "]").orElse(""));
    }

    /** Two blanks, or as many as there are to the column. */
    private String gap(String before) {
        int width = before.codePointCount(0, before.length());
        int column = edit.col().orElse(0);
        return " ".repeat(column > width ? column - width : 2);
    }

    /** The form of a recipe.yaml: {@code if:} and {@code then:}. */
    private void wrap(RecipeItem item) {
        Member member = item.member();
        boolean own = member == item.listItem();
        if (own && member.value() instanceof Scalar scalar) {
            String text = recipe.text(scalar.span());
            String indent = recipe.indentOf(member.head().start());
            change.replace(scalar.span(), "if: " + when.orElse("true") + "\n" + indent + "  then: " + text);
            return;
        }
        List<Entry> conditions = item.listItem().value() instanceof Mapping mapping ? mapping.entries("if") : List.of();
        if (own || conditions.isEmpty() || !isAlone(item)) {
            throw new EditRefusal(
                    EditStatus.ITEM_AMBIGUOUS,
                    path + " has it among others under one if:" + RecipeLookup.shown(recipe, item.listItem())
                            + "\nreplace-item it instead");
        } else if (when.isPresent()) {
            change.replace(conditions.get(0).value().span(), when.get());
        } else {
            int end = recipe.lineSpan(item.listItem().endLine() - 1).end();
            Span span = new Span(conditions.get(0).head().start(), end);
            change.replace(span, recipe.text(member.value().span()));
        }
    }

    private static boolean isAlone(RecipeItem item) {
        Container container = item.container();
        boolean otherwise = item.listItem().value() instanceof Mapping mapping
                && !mapping.entries("else").isEmpty();
        return !otherwise
                && (!(container.node() instanceof Sequence)
                        || container.members().size() == 1);
    }
}
