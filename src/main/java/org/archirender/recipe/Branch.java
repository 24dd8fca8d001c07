package org.archirender.recipe;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.archirender.problem.InputException;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlReader;

/**
 * What a list of a recipe.yaml has under a condition: the {@code then:} or {@code else:} of an item with an {@code if:}.
 *
 * @param item of the list, which has all three
 * @param when its {@code if:}
 * @param entry the {@code then:} or {@code else:}
 */
public record Branch(Item item, Entry when, Entry entry) {
    private static final String ELSE = "else";
    private static final List<String> KEYS = List.of("then", ELSE);
    private static final Pattern NAME = Pattern.compile("\\w+");

    /** The branches of {@code item}; none where it has no {@code if:}. */
    static List<Branch> of(Item item) {
        return item.value().entries("if").stream()
                .limit(1)
                .flatMap(when -> item.value().entries().stream()
                        .filter(entry -> KEYS.contains(entry.key()))
                        .map(entry -> new Branch(item, when, entry)))
                .toList();
    }

    /** Whether it is what counts where the condition does not hold. */
    public boolean isElse() {
        return entry.key().equals(ELSE);
    }

    /** When it counts: {@code win}, of its {@code else:} {@code not win}, of one of several words {@code not (win or osx)}. */
    public String condition(RecipeText recipe) {
        String condition = expression(recipe.text(when.value().span()));
        return isElse() ? not(condition) : condition;
    }

    /** What YAML reads where an expression stands in quotes or on several lines. */
    private static String expression(String written) {
        if (!written.startsWith("\"") && !written.startsWith("'") && !written.contains("\n")) {
            return written;
        }
        try {
            return YamlReader.read(written, "").stream()
                    .flatMap(YamlNode::texts)
                    .findFirst()
                    .orElse(written);
        } catch (InputException e) {
            return written;
        }
    }

    /** The opposite of {@code condition}. */
    public static String not(String condition) {
        return NAME.matcher(condition).matches() ? "not " + condition : "not (" + condition + ")";
    }

    /** The other branch of the same item. */
    public Optional<Branch> other() {
        return of(item).stream().filter(one -> one.isElse() != isElse()).findFirst();
    }

    /** Whether it has one item only. */
    public boolean isOfOne() {
        return !(entry.value() instanceof Sequence list) || list.items().size() == 1;
    }

    /** Whether its lines are its own, so that they can go without what else the item has. */
    public boolean hasOwnLines() {
        return entry.firstLine() > item.firstLine() && !item.value().isFlow();
    }
}
