package org.archirender.overlay.recipe;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.overlay.edit.Pair;
import org.archirender.recipe.JinjaVariable;
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
public record SetVersion(
        EditValues written, String version, String sha256, Optional<String> was, Optional<String> source)
        implements RecipeEdit {
    public static final Operation OPERATION = new Operation(
            required("set-version", FieldShapes.TEXT, "the version"),
            List.of(
                    required("sha256", FieldShapes.TEXT, "of the source of that version"),
                    optional(
                            "source",
                            EditShape.PATH,
                            "whose checksum it is, as in `source[0]`; the one with the version in its address, unless"
                                    + " told"),
                    PathEdit.WAS),
            "Sets version and checksum together, so that it can't be half done.",
            Reach.VALUES,
            Why.always("sets a version"),
            """
            - set-version: "1.3.7"
              sha256: 0000000000000000000000000000000000000000000000000000000000000000
              was: "1.3.5"
              why: the first version that builds on aarch64""",
            values -> new SetVersion(
                    values,
                    values.subject(),
                    values.text("sha256"),
                    values.optional("was"),
                    values.optional("source")));

    private static final Pattern NAME = Pattern.compile("\\b[A-Za-z_]\\w*\\b");

    @Override
    public Meaning meaning(RecipeText before) {
        return Meaning.ofPrints(List.of(new Pair("package/version", version), new Pair("source/sha256", sha256)));
    }

    @Override
    public void apply(RecipeEditor editor) {
        RecipeText recipe = editor.recipe();
        Span oldVersion = versionOf(recipe);
        Span oldSum = sha256Of(editor);
        boolean newVersion = Values.same(recipe.text(oldVersion), version);
        boolean newSum = Values.same(recipe.text(oldSum), sha256);
        if (newVersion && !newSum) {
            throw EditStatus.PARTLY_PRESENT.refusal("the version is %s already, with another sha256:%s"
                    .formatted(version, EditedPath.shown(recipe, recipe.lineOf(oldSum.start()))));
        }
        refuseParts(recipe, oldVersion);
        if (!newVersion) {
            refuseAddress(editor, oldVersion);
        }
        SetVar.set(editor, "version", oldVersion, literal(recipe, oldVersion, version), was);
        SetVar.set(editor, "sha256", oldSum, literal(recipe, oldSum, sha256), Optional.empty());
    }

    /** A text as it has to be written in the place of a value: to Jinja it is one in quotes only. */
    private static String literal(RecipeText recipe, Span old, String text) {
        boolean bare = isOfJinja(recipe, old) && !Quotes.areAround(recipe.text(old));
        return bare && !Values.same(recipe.text(old), text) ? '"' + text + '"' : text;
    }

    private static boolean isOfJinja(RecipeText recipe, Span value) {
        return !recipe.isRecipeYaml()
                && recipe.variables().stream()
                        .anyMatch(variable -> variable.value().equals(value));
    }

    /** Refused where the version is put together of variables that stand elsewhere, too: these would keep the old one. */
    private static void refuseParts(RecipeText recipe, Span value) {
        String expression = recipe.text(value);
        if (!isOfJinja(recipe, value) || Quotes.areAround(expression)) {
            return;
        }
        String others =
                recipe.text().substring(0, value.start()) + recipe.text().substring(value.end());
        List<String> parts = recipe.variables().stream()
                .map(JinjaVariable::name)
                .filter(name -> uses(expression, name) > 0
                        && uses(others, name) > recipe.variables(name).size())
                .distinct()
                .toList();
        if (!parts.isEmpty()) {
            throw EditStatus.READS_OTHERWISE.refusal(
                    "the version is an expression of %s, which the recipe uses elsewhere, too:%s"
                            .formatted(
                                    String.join(", ", parts), EditedPath.shown(recipe, recipe.lineOf(value.start()))));
        }
    }

    /** Refused where the source's address would keep the old version: it has it itself, or by another variable. */
    private void refuseAddress(RecipeEditor editor, Span version) {
        RecipeText recipe = editor.recipe();
        String old = Quotes.without(recipe.text(version));
        Pattern itself = Pattern.compile("(?<=[-_/v=])" + Pattern.quote(old) + "(?!\\.?\\d)");
        for (RecipeNode source : sources(editor)) {
            for (Entry url : source.entries("url")) {
                String address = recipe.text(url.value().span());
                boolean named = recipe.variables().stream()
                        .filter(variable -> !variable.value().equals(version))
                        .filter(variable ->
                                Quotes.without(recipe.text(variable.value())).equals(old))
                        .anyMatch(variable -> uses(address, variable.name()) > 0 && address.contains("{{"));
                if (named || itself.matcher(address).find()) {
                    throw EditStatus.READS_OTHERWISE.refusal("the address keeps %s, with the new checksum:%s"
                            .formatted(old, EditedPath.shown(recipe, url)));
                }
            }
        }
    }

    private static long uses(String text, String name) {
        return NAME.matcher(text)
                .results()
                .filter(found -> found.group().equals(name))
                .count();
    }

    @Override
    public String remedy(EditStatus status) {
        return switch (status) {
            case READS_OTHERWISE ->
                "set-var each variable that the version is made of; set-key an address that has it, above this edit";
            case ITEM_AMBIGUOUS ->
                "say whose checksum it is, as in 'source: source[0]', and set-key those of the others";
            default -> RecipeEdit.super.remedy(status);
        };
    }

    /** The version of {@code package}, of {@code recipe} in a recipe.yaml with outputs, or of the variable there. */
    private static Span versionOf(RecipeText recipe) {
        List<Entry> entries = Stream.of("package", "recipe")
                .flatMap(section -> recipe.root().entries(section).stream())
                .flatMap(section -> section.value().entries("version").stream())
                .toList();
        return source(recipe, entries, "package/version");
    }

    /** The one sha256 of {@link #sources}. */
    private Span sha256Of(RecipeEditor editor) {
        List<Entry> sums = sources(editor).stream()
                .flatMap(each -> each.entries("sha256").stream())
                .toList();
        return source(editor.recipe(), sums, source.orElse("source") + "/sha256");
    }

    /** The source that is told; else the one there is, or of several those whose address has the version. */
    private List<RecipeNode> sources(RecipeEditor editor) {
        RecipeText recipe = editor.recipe();
        if (source.isPresent()) {
            return List.of(EditedPath.of(editor, source.get()).member().value());
        }
        List<RecipeNode> sources = recipe.root().entries("source").stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(entry.value()),
                        RecipeItem.of(recipe, entry).stream()
                                .map(item -> item.member().value())))
                .filter(Mapping.class::isInstance)
                .toList();
        return sources.stream()
                .filter(each -> sources.size() < 2 || hasVersion(recipe, each))
                .toList();
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
        List<String> names = NAME.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(name -> !recipe.variables(name).isEmpty())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            throw EditStatus.VALUE_CHANGED.refusal(
                    path + " names no variable that the recipe sets:" + EditedPath.shown(recipe, entries.get(0)));
        } else if (names.size() > 1) {
            throw EditStatus.READS_OTHERWISE.refusal("%s is an expression of %s:%s"
                    .formatted(path, String.join(", ", names), EditedPath.shown(recipe, entries.get(0))));
        }
        return SetVar.only(recipe, recipe.variables(names.get(0))).value();
    }
}
