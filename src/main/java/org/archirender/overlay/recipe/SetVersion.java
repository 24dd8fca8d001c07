package org.archirender.overlay.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.recipe.JinjaVariable;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeItem;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeText;
import org.archirender.text.NearMiss;
import org.archirender.text.Span;

/** {@code set-var} and {@code set-version}. */
final class SetVersion {
    private static final Pattern SELECTED = Pattern.compile("(\\w+)\\s*\\[(.*)]");
    private static final Pattern NAME = Pattern.compile("\\b[A-Za-z_]\\w*\\b");

    private final RecipeEditor change;
    private final RecipeText recipe;

    private SetVersion(RecipeEditor change) {
        this.change = change;
        this.recipe = change.recipe();
    }

    static void set(RecipeEditor change, RecipeEdit.SetVar edit) {
        SetVersion edits = new SetVersion(change);
        JinjaVariable variable = edits.variable(edit.name());
        edits.set(variable.name(), variable.value(), edit.value(), edit.was());
    }

    static void set(RecipeEditor change, RecipeEdit.SetVersion edit) {
        SetVersion edits = new SetVersion(change);
        Span version = edits.version();
        Span sha256 = edits.sha256();
        boolean newVersion = Values.same(edits.recipe.text(version), edit.version());
        boolean newSum = Values.same(edits.recipe.text(sha256), edit.sha256());
        if (newVersion && !newSum) {
            throw new EditRefusal(
                    EditStatus.PARTLY_PRESENT,
                    "the version is %s already, with another sha256:%s".formatted(edit.version(), edits.line(sha256)));
        }
        edits.set("version", version, edit.version(), edit.was());
        edits.set("sha256", sha256, edit.sha256(), Optional.empty());
    }

    private String line(Span span) {
        int line = recipe.lineOf(span.start());
        return "\n  %d: %s".formatted(line + 1, recipe.line(line).strip());
    }

    private void set(String name, Span span, String value, Optional<String> was) {
        String old = recipe.text(span);
        if (Values.same(old, value)) {
            throw new EditRefusal(EditStatus.ALREADY_PRESENT, name + " is that already:" + line(span));
        } else if (was.isPresent() && !Values.same(old, was.get())) {
            throw new EditRefusal(
                    EditStatus.VALUE_CHANGED, "%s was %s and is now%s".formatted(name, was.get(), line(span)));
        }
        change.replace(span, Values.likeOld(old, value));
    }

    private JinjaVariable variable(String written) {
        Matcher selected = SELECTED.matcher(written);
        String name = selected.matches() ? selected.group(1) : written;
        List<JinjaVariable> variables = recipe.variables(name);
        if (selected.matches()) {
            variables = variables.stream()
                    .filter(variable -> Values.same(recipe.condition(variable).orElse(""), selected.group(2)))
                    .toList();
        }
        if (variables.isEmpty()) {
            List<String> names = recipe.variables().stream()
                    .map(JinjaVariable::name)
                    .distinct()
                    .toList();
            String has = names.isEmpty() ? "it sets none" : "it sets " + String.join(", ", names);
            throw new EditRefusal(
                    EditStatus.PATH_MISSING,
                    "the recipe sets no variable " + written + "; " + has,
                    NearMiss.of(name, names));
        }
        return one(variables);
    }

    private JinjaVariable one(List<JinjaVariable> variables) {
        if (variables.size() == 1) {
            return variables.get(0);
        }
        String name = variables.get(0).name();
        throw new EditRefusal(
                EditStatus.ITEM_AMBIGUOUS,
                "the recipe sets %s %d times:%s\nsay which by its selector, such as %s[win]"
                        .formatted(name, variables.size(), lines(variables), name));
    }

    private String lines(List<JinjaVariable> variables) {
        return variables.stream().map(variable -> line(variable.value())).collect(Collectors.joining());
    }

    /** The version of {@code package}, of {@code recipe} in a recipe.yaml with outputs, or of the variable there. */
    private Span version() {
        List<Entry> entries = new ArrayList<>();
        for (String section : List.of("package", "recipe")) {
            for (Entry entry : recipe.root().entries(section)) {
                if (entry.value() instanceof Mapping mapping) {
                    entries.addAll(mapping.entries("version"));
                }
            }
        }
        return source(entries, "package/version");
    }

    /** The one sha256 of the sources, or of several that of the one whose address has the version. */
    private Span sha256() {
        List<Mapping> sources = new ArrayList<>();
        for (Entry entry : recipe.root().entries("source")) {
            if (entry.value() instanceof Mapping mapping) {
                sources.add(mapping);
            }
            for (RecipeItem item : RecipeItem.of(recipe, entry)) {
                if (item.member().value() instanceof Mapping mapping) {
                    sources.add(mapping);
                }
            }
        }
        List<Mapping> versioned = sources.size() < 2
                ? sources
                : sources.stream().filter(this::hasVersion).toList();
        return source(
                versioned.stream()
                        .flatMap(source -> source.entries("sha256").stream())
                        .toList(),
                "source/sha256");
    }

    private boolean hasVersion(Mapping source) {
        String version = Values.unquoted(recipe.text(version()));
        return source.entries("url").stream()
                .map(url -> recipe.text(url.value().span()))
                .anyMatch(url -> url.contains(version) || url.matches("(?s).*\\{\\{[^}]*\\bversion\\b.*"));
    }

    /** Where the value of the one entry is written: there, or in the variable that it names. */
    private Span source(List<Entry> entries, String path) {
        if (entries.size() != 1) {
            String found = entries.stream()
                    .map(entry -> RecipeLookup.shown(recipe, entry))
                    .collect(Collectors.joining());
            throw new EditRefusal(
                    entries.isEmpty() ? EditStatus.PATH_MISSING : EditStatus.ITEM_AMBIGUOUS,
                    "the recipe has %s %s%s".formatted(entries.isEmpty() ? "no" : "more than one", path, found));
        }
        Span value = entries.get(0).value().span();
        String text = recipe.text(value);
        if (!text.contains("{{")) {
            return value;
        }
        return one(NAME.matcher(text)
                        .results()
                        .map(name -> recipe.variables(name.group()))
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElseThrow(() -> new EditRefusal(
                                EditStatus.VALUE_CHANGED,
                                path + " names no variable that the recipe sets:"
                                        + RecipeLookup.shown(recipe, entries.get(0)))))
                .value();
    }
}
