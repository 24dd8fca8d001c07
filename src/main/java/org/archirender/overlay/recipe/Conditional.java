package org.archirender.overlay.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.recipe.Meaning.Conditioned;
import org.archirender.recipe.Branch;
import org.archirender.recipe.ItemBody;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeItem.Removal;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Span;

/** {@code if:}, {@code then:} and {@code else:} around items of a recipe.yaml: writes, changes and takes them away. */
record Conditional(RecipeEditor editor) {
    /** An expression that YAML takes for text as it stands. */
    private static final Pattern PLAIN = Pattern.compile("[\\w(](?:(?!: |:$| #).)*+");

    private static final Pattern OWN_CONDITION = Pattern.compile("\\$\\{\\{.*\\bif\\b.*}}", Pattern.DOTALL);

    private RecipeText recipe() {
        return editor.recipe();
    }

    /** {@code body} at {@code indent} under {@code condition}. */
    static List<String> lines(String indent, String condition, ItemBody body) {
        List<String> lines = new ArrayList<>(List.of(indent + "- if: " + written(condition)));
        lines.addAll(body.behindKey(indent + "  ", "then"));
        return lines;
    }

    /** {@code items} at {@code indent}: one behind {@code then:}, several as a list below it. */
    static List<String> lines(String indent, String condition, List<NewItem> items) {
        if (items.size() == 1) {
            return lines(indent, condition, ItemBody.of(items.get(0).written()));
        }
        List<String> lines = new ArrayList<>(List.of(indent + "- if: " + written(condition), indent + "  then:"));
        items.forEach(item -> lines.addAll(item.lines(indent + "    ")));
        return lines;
    }

    /** The item {@code text} under {@code condition}, without its dash. */
    static String item(String condition, String text) {
        return lines("", condition, ItemBody.of(text)).stream()
                .map(line -> line.isBlank() ? line : line.substring("- ".length()))
                .collect(Collectors.joining("\n"));
    }

    /** An expression as it has to stand behind {@code if: }. */
    static String written(String condition) {
        return PLAIN.matcher(condition).matches() ? condition : "'" + condition.replace("'", "''") + "'";
    }

    /** Whether an item of a recipe.yaml stands under {@code condition}, or under one that has it added. */
    boolean isUnder(RecipeItem item, Optional<String> condition) {
        String when = blankless(condition.orElse(""));
        return Stream.concat(
                        item.condition(recipe()).or(() -> Optional.of("")).stream(),
                        item.branch().stream().map(branch -> branch.condition(recipe())))
                .map(Conditional::blankless)
                .anyMatch(old -> old.equals(when) || (!when.isEmpty() && old.endsWith("and(" + when + ")")));
    }

    private static String blankless(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** What the condition of {@code item} becomes where it is to be {@code wanted}; empty for none. */
    Optional<String> condition(RecipeItem item, Optional<String> wanted) {
        return wanted.map(when -> item.branch()
                .filter(branch -> !isAlone(branch))
                .map(branch -> (branch.isElse() ? branch.condition(recipe()) : "(" + branch.condition(recipe()) + ")")
                        + " and (" + when + ")")
                .orElse(when));
    }

    /** The same as what has to be read afterwards. */
    Conditioned meaning(RecipeItem item, Optional<String> wanted) {
        List<String> after = item.branches().stream()
                .limit(Math.max(0, item.branches().size() - 1))
                .map(branch -> "(" + branch.condition(recipe()) + ")")
                .collect(Collectors.toCollection(ArrayList::new));
        condition(item, wanted).ifPresent(condition -> after.add("(" + condition + ")"));
        return new Conditioned(
                item.member().firstLine(),
                item.member().endLine(),
                body(item).written(),
                item.condition(recipe()).orElse(""),
                String.join(" and ", after));
    }

    /** Sets it; under an {@code if:} that is for others, too, the item gets one of its own below that. */
    void set(RecipeItem item, Optional<String> wanted) {
        refuseOwnCondition(item);
        Optional<String> condition = condition(item, wanted);
        if (item.branches().isEmpty()) {
            replace(item.member(), lines(indent(item.member()), condition.orElseThrow(), body(item)));
            return;
        }
        Branch branch = item.branch().orElseThrow();
        if (isAlone(branch)) {
            change(item, branch, condition);
            return;
        }
        Item outer = branch.item();
        String indent = indent(outer);
        List<String> own = condition
                .map(when -> lines(indent, when, body(item)))
                .orElseGet(() -> body(item).behindDash(indent));
        if (item.container().isFlow() && !branch.isOfOne()) {
            editor.removeInline(item.container(), item.member());
        } else {
            remove(item, false);
        }
        editor.insertLines(outer.endLine(), own);
    }

    private void change(RecipeItem item, Branch branch, Optional<String> condition) {
        if (condition.isPresent()) {
            editor.replace(branch.when().value().span(), written(condition.get()));
        } else if (branch.item().value().isFlow()) {
            editor.replace(
                    branch.item().value().span(), String.join("\n", body(item).lines()));
        } else {
            replace(branch.item(), body(item).behindDash(indent(branch.item())));
        }
    }

    private void refuseOwnCondition(RecipeItem item) {
        if (OWN_CONDITION.matcher(item.text(recipe())).matches()) {
            throw EditStatus.PARTLY_PRESENT.refusal("its condition stands in its own expression:"
                    + EditedPath.shown(recipe(), item.member()) + "\nreplace-item it");
        }
    }

    private static boolean isAlone(Branch branch) {
        return branch.isOfOne() && branch.other().isEmpty();
    }

    private ItemBody body(RecipeItem item) {
        return ItemBody.of(recipe(), item.member());
    }

    private String indent(Member member) {
        return recipe().indentOf(member.head().start());
    }

    /** The lines of a member from its dash on. */
    private void replace(Member member, List<String> lines) {
        int end = recipe().lineSpan(member.endLine() - 1).end();
        String text = String.join("\n", lines).substring(indent(member).length());
        editor.replace(new Span(member.head().start(), end), text);
    }

    /** Takes an item away with all that would be empty without it; an {@code else:} that stays becomes a {@code then:}. */
    void remove(RecipeItem item, boolean keepComment) {
        Removal removal = item.removal();
        removal.branch().ifPresent(this::leaveOther);
        Member gone = removal.member();
        if (keepComment) {
            editor.commentLines(gone.firstLine(), gone.endLine(), Integer.MAX_VALUE);
        } else {
            editor.deleteLines(gone.firstLine(), gone.endLine());
        }
    }

    private void leaveOther(Branch gone) {
        Branch other = gone.other().orElseThrow();
        if (!gone.hasOwnLines() || !other.hasOwnLines()) {
            throw noLines(gone);
        } else if (other.isElse()) {
            editor.replace(gone.when().value().span(), written(other.condition(recipe())));
            editor.replace(other.entry().head(), "then");
        }
    }

    private EditRefusal noLines(Branch branch) {
        return EditStatus.ITEM_AMBIGUOUS.refusal("it stands on one line with its if:"
                + EditedPath.shown(recipe(), branch.item()) + "\nreplace-item the whole instead");
    }

    /** Makes a list of the one text behind {@code then:}, with {@code added} above or below it. */
    void expand(Branch branch, boolean above, List<String> added) {
        List<String> lines =
                new ArrayList<>(ItemBody.of(recipe(), branch.entry()).behindDash(""));
        lines.addAll(above ? 0 : lines.size(), added);
        list(branch, lines);
    }

    /** Writes a list, given without indent, in the place of the one text behind {@code then:}. */
    void list(Branch branch, List<String> items) {
        if (branch.item().value().isFlow()) {
            throw noLines(branch);
        }
        Entry entry = branch.entry();
        List<String> lines = new ArrayList<>(List.of(indent(entry) + entry.key() + ":"));
        items.forEach(line -> lines.add(line.isEmpty() ? line : indent(entry) + "  " + line));
        replace(entry, lines);
    }
}
