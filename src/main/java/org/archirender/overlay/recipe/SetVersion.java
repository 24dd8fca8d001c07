package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Quotes;
import org.archirender.text.Span;
import org.archirender.yaml.FieldShapes;

/** {@code set-version: V}: version and checksum together. */
public record SetVersion(EditValues written, String version, String sha256, Optional<String> was)
        implements RecipeEdit {
    public static final Operation OPERATION = new Operation(
            required("set-version", FieldShapes.TEXT, "the version"),
            List.of(required("sha256", FieldShapes.TEXT, "of the source of that version"), PathEdit.WAS),
            "Sets version and checksum together, so that it can't be half done.",
            Reach.CHARS,
            Why.always("sets a version"),
            """
            - set-version: "1.3.7"
              sha256: 0000000000000000000000000000000000000000000000000000000000000000
              was: "1.3.5"
              why: the first version that builds on aarch64""",
            values -> new SetVersion(values, values.subject(), values.text("sha256"), values.optional("was")));

    private static final Pattern NAME = Pattern.compile("\\b[A-Za-z_]\\w*\\b");

    @Override
    public void apply(RecipeEditor editor) {
        RecipeText recipe = editor.recipe();
        Span oldVersion = versionOf(recipe);
        Span oldSum = sha256Of(recipe);
        boolean newVersion = Values.same(recipe.text(oldVersion), version);
        boolean newSum = Values.same(recipe.text(oldSum), sha256);
        if (newVersion && !newSum) {
            throw EditStatus.PARTLY_PRESENT.refusal("the version is %s already, with another sha256:%s"
                    .formatted(version, EditedPath.shown(recipe, recipe.lineOf(oldSum.start()))));
        }
        SetVar.set(editor, "version", oldVersion, version, was);
        SetVar.set(editor, "sha256", oldSum, sha256, Optional.empty());
    }

    /** The version of {@code package}, of {@code recipe} in a recipe.yaml with outputs, or of the variable there. */
    private static Span versionOf(RecipeText recipe) {
        List<Entry> entries = Stream.of("package", "recipe")
                .flatMap(section -> recipe.root().entries(section).stream())
                .flatMap(section -> section.value().entries("version").stream())
                .toList();
        return source(recipe, entries, "package/version");
    }

    /** The one sha256 of the sources, or of several that of the one whose address has the version. */
    private static Span sha256Of(RecipeText recipe) {
        List<RecipeNode> sources = recipe.root().entries("source").stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry.value()),
                        RecipeItem.of(recipe, entry).stream()
                                .map(item -> item.member().value())))
                .filter(Mapping.class::isInstance)
                .toList();
        List<Entry> sums = sources.stream()
                .filter(source -> sources.size() < 2 || hasVersion(recipe, source))
                .flatMap(source -> source.entries("sha256").stream())
                .toList();
        return source(recipe, sums, "source/sha256");
    }

    private static boolean hasVersion(RecipeText recipe, RecipeNode source) {
        String version = Quotes.without(recipe.text(versionOf(recipe)));
        return source.entries("url").stream()
                .map(url -> recipe.text(url.value().span()))
                .anyMatch(url -> url.contains(version) || url.matches("(?s).*\\{\\{[^}]*\\bversion\\b.*"));
    }

    /** Where the value of the one entry is written: there, or in the variable that it names. */
    private static Span source(RecipeText recipe, List<Entry> entries, String path) {
        if (entries.size() != 1) {
            String found = entries.stream()
                    .map(entry -> EditedPath.shown(recipe, entry))
                    .collect(Collectors.joining());
            throw (entries.isEmpty() ? EditStatus.PATH_MISSING : EditStatus.ITEM_AMBIGUOUS)
                    .refusal("the recipe has %s %s%s"
                            .formatted(entries.isEmpty() ? "no" : "more than one", path, found));
        }
        Span value = entries.get(0).value().span();
        String text = recipe.text(value);
        if (!text.contains("{{")) {
            return value;
        }
        return SetVar.only(
                        recipe,
                        NAME.matcher(text)
                                .results()
                                .map(name -> recipe.variables(name.group()))
                                .filter(found -> !found.isEmpty())
                                .findFirst()
                                .orElseThrow(() -> EditStatus.VALUE_CHANGED.refusal(
                                        path + " names no variable that the recipe sets:"
                                                + EditedPath.shown(recipe, entries.get(0)))))
                .value();
    }
}
