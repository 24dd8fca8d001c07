package org.archirender.overlay;

import static org.archirender.yaml.Field.optional;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.recipe.RecipeFile;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.yaml.Field;
import org.archirender.yaml.FieldShape;
import org.archirender.yaml.FieldShapes;
import org.archirender.yaml.FieldValues;
import org.archirender.yaml.Fields;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;

/** When a rule applies to a feedstock, as its {@code when} says. */
public interface Condition {
    /** Whether it holds for a {@code recipe/} folder, as the base has it. */
    boolean holds(FileTree recipe);

    /** Where a condition stands within another. */
    FieldShape SHAPE = new FieldShape.Defined("a condition", "condition");

    /** Where several do. */
    FieldShape SHAPES = SHAPE.filledList("a list of conditions");

    /**
     * A kind of condition, from which reader, schema and reference are made.
     *
     * @param field the field that makes a condition one of this kind; its name is the kind's
     * @param others what may stand beside it
     * @param made the condition of their values
     */
    record Kind(Field field, List<Field> others, Function<FieldValues, Condition> made) {
        String name() {
            return field.name();
        }
    }

    /** Every kind there is, in the order of the reference. */
    List<Kind> KINDS = List.of(
            new Kind(
                    optional("has", EditShape.PATH, "the recipe has that key"),
                    List.of(optional(
                            "template",
                            FieldShapes.TRUTH,
                            "with `has`, of a recipe.yaml: whether the key counts where an expression may leave it"
                                    + " empty, as `${{ \"python\" if x }}` does; not unless told")),
                    values -> ofRecipe(file -> file.has(values.text("has"), values.truth("template")))),
            new Kind(
                    optional(
                            "uses",
                            FieldShapes.TEXT,
                            "a requirement of that name, or a Jinja call such as `compiler('c')`"),
                    List.of(),
                    values -> ofRecipe(file -> file.uses(values.text("uses")))),
            new Kind(
                    optional("file", EditShape.FILE, "`recipe/` has that file"),
                    List.of(optional("contains", FieldShapes.TEXT, "with `file`: that text stands somewhere in it")),
                    values -> recipe -> recipe.get(values.text("file"))
                            .filter(file -> file.byteText()
                                    .contains(
                                            TreeFile.of(values.text("contains")).byteText()))
                            .isPresent()),
            new Kind(optional("not", SHAPE, "the condition in it does not hold"), List.of(), values -> {
                Condition inner = within(values, "not").get(0);
                return recipe -> !inner.holds(recipe);
            }),
            new Kind(
                    optional("all", SHAPES, "every condition in the list holds"),
                    List.of(),
                    values -> all(within(values, "all"))),
            new Kind(optional("any", SHAPES, "one condition in the list holds"), List.of(), values -> {
                List<Condition> some = within(values, "any");
                return recipe -> some.stream().anyMatch(condition -> condition.holds(recipe));
            }));

    /** The fields of a condition. */
    Fields FIELDS = new Fields(
            "a condition",
            false,
            KINDS.stream()
                    .flatMap(kind -> Stream.concat(Stream.of(kind.field()), kind.others().stream()))
                    .toList());

    /**
     * The condition in {@code node}; several in one mapping must all hold.
     *
     * @param problems gets what is wrong; then the condition says nothing
     */
    static Condition read(YamlNode node, Consumer<Problem> problems) {
        if (!(node instanceof Mapping mapping) || mapping.entries().isEmpty()) {
            problems.accept(new Problem(
                    node.at(),
                    "a condition is a mapping",
                    "write one of " + String.join(", ", FIELDS.names()) + " into it"));
            return recipe -> true;
        }
        FieldValues values = FIELDS.read(mapping, problems);
        List<Condition> conditions = new ArrayList<>();
        for (Kind kind : KINDS) {
            if (values.has(kind.name())) {
                conditions.add(kind.made().apply(values));
            }
            if (mapping.get(kind.name()).isEmpty()) {
                mapping.entries().forEach(entry -> refuseWithout(kind, entry, problems));
            }
        }
        return all(conditions);
    }

    private static void refuseWithout(Kind kind, Entry entry, Consumer<Problem> problems) {
        String key = entry.key().text();
        if (kind.others().stream().map(Field::name).anyMatch(key::equals)) {
            String name = kind.name();
            problems.accept(
                    new Problem(entry.key().at(), "'" + key + "' without '" + name + "'", "add '" + name + ": …'"));
        }
    }

    private static Condition all(List<Condition> conditions) {
        return recipe -> conditions.stream().allMatch(condition -> condition.holds(recipe));
    }

    /** The conditions that are the value of {@code field}. */
    private static List<Condition> within(FieldValues values, String field) {
        return values.nodes(field).stream()
                .map(node -> read(node, values::refuse))
                .toList();
    }

    private static Condition ofRecipe(Predicate<RecipeFile> asked) {
        return recipe -> RecipeFile.of(recipe).filter(asked).isPresent();
    }
}
