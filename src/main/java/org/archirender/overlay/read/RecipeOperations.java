package org.archirender.overlay.read;

import static org.archirender.overlay.edit.EditShape.COLUMN;
import static org.archirender.overlay.edit.EditShape.ITEMS;
import static org.archirender.overlay.edit.EditShape.KEEP;
import static org.archirender.overlay.edit.EditShape.LINES;
import static org.archirender.overlay.edit.EditShape.PATHS;
import static org.archirender.overlay.edit.EditShape.START;
import static org.archirender.overlay.edit.EditShape.WHOLE_NUMBER;
import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;
import static org.archirender.yaml.FieldShape.TEXT;

import java.util.List;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.EditHeader;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditValues;
import org.archirender.overlay.edit.Operation;
import org.archirender.overlay.edit.Place;
import org.archirender.overlay.recipe.RecipeEdit.AddItem;
import org.archirender.overlay.recipe.RecipeEdit.BumpNumber;
import org.archirender.overlay.recipe.RecipeEdit.RemoveItem;
import org.archirender.overlay.recipe.RecipeEdit.ReplaceItem;
import org.archirender.overlay.recipe.RecipeEdit.SelectItem;
import org.archirender.overlay.recipe.RecipeEdit.SetKey;
import org.archirender.overlay.recipe.RecipeEdit.SetNumber;
import org.archirender.overlay.recipe.RecipeEdit.SetVar;
import org.archirender.overlay.recipe.RecipeEdit.SetVersion;
import org.archirender.overlay.recipe.RecipeEdit.UnsetKey;
import org.archirender.yaml.Field;

/** The operations on the recipe's structure. */
public final class RecipeOperations {
    private static final Field KEEP_FIELD =
            optional("keep", KEEP, "`comment`: what goes stays as a comment, `# ` at its own indent");
    private static final Field ITEM = required(
            "item",
            TEXT,
            "the item by its first word, a Jinja item by its call, a command by its full text or `^prefix`;"
                    + " `NAME[selector]` picks one of several, `NAME[]` the one without a selector");
    private static final Field WAS = optional("was", TEXT, "the value that the base has; another one is an error");

    public static final List<Operation> ALL = List.of(
            new Operation(
                    required("bump-number", WHOLE_NUMBER, "how much is added"),
                    List.of(),
                    "Adds to the build number, and to every output's own. Follows `{% set build = 3 %}` when the value is"
                            + " a Jinja variable. Changes the digits only: a selector on the line stays.",
                    "",
                    "- bump-number: 1\n  why: first linux-aarch64 build of a published version",
                    values -> new BumpNumber(values.header(), values.number("bump-number"))),
            new Operation(
                    required("number", WHOLE_NUMBER, "the build number"),
                    List.of(),
                    "Sets the build number, and every output's own, to a number; else like `bump-number`.",
                    "",
                    "- number: 1001",
                    values -> new SetNumber(values.header(), values.number("number"))),
            new Operation(
                    required("add-item", PATHS, "the list"),
                    List.of(
                            required("items", ITEMS, "verbatim, selector and all; quote an item with a `#`"),
                            optional("at", START, "`start`: before the first item; `end`, unless told"),
                            optional("before", TEXT, "directly above the item of that name"),
                            optional("after", TEXT, "below the item of that name and its continuation lines"),
                            optional("comment", LINES, "`# …` lines above the items, without the `# `")),
                    "Adds items to a list, at the end unless told. Creates the key where absent. The indent is that of its"
                            + " siblings, without siblings that of the key plus 2.",
                    "where the list is `patches`",
                    "- add-item: source/patches\n  items: [\"revert-neon.patch  # [aarch64]\"]\n"
                            + "  why: NEON palette expansion fails the test suite",
                    RecipeOperations::addItem),
            new Operation(
                    required("remove-item", PATHS, "the list"),
                    List.of(ITEM, KEEP_FIELD),
                    "Removes a whole item with its continuation lines.",
                    "always",
                    "- remove-item: requirements/host\n  item: mkl\n  why: MKL is for x86 only",
                    values -> new RemoveItem(
                            values.headerWithWhy("removes an item"),
                            values.texts("remove-item"),
                            values.text("item"),
                            values.has("keep"))),
            new Operation(
                    required("replace-item", PATHS, "the list"),
                    List.of(
                            ITEM,
                            required("with", EditShape.ITEM, "the new item, verbatim, selector and all"),
                            KEEP_FIELD),
                    "Replaces a whole item. Its indent and `- ` stay, the rest becomes `with`.",
                    "always",
                    "- replace-item: [requirements/host, requirements/run]\n  item: readline\n"
                            + "  with: \"libedit  # [aarch64]\"\n  why: the port has libedit only",
                    values -> new ReplaceItem(
                            values.headerWithWhy("replaces an item"),
                            values.texts("replace-item"),
                            values.text("item"),
                            values.text("with"),
                            values.has("keep"))),
            new Operation(
                    required("select-item", PATHS, "the list"),
                    List.of(
                            ITEM,
                            optional("when", TEXT, "the selector's expression; `always` drops the selector"),
                            optional("selector", TEXT, "the same, for rules, where `when` is the rule's condition"),
                            optional(
                                    "col", COLUMN, "0-based column of the `#`; two blanks after the text unless told")),
                    "Sets only the `# [selector]` of an item, or drops it.",
                    "unless `when` is `always`",
                    "- select-item: [requirements/host, requirements/run]\n  item: tk\n  when: not aarch64\n"
                            + "  why: the port has no tk yet",
                    RecipeOperations::selectItem),
            new Operation(
                    required("set-key", PATHS, "the key"),
                    List.of(
                            required("value", TEXT, "verbatim, as it stands behind `key: `"),
                            WAS,
                            optional(
                                    "after", TEXT, "the sibling key below which a new key goes; the last, unless told"),
                            KEEP_FIELD),
                    "Sets a scalar key such as `build/noarch` or `build/skip`; creates it where absent. What follows on"
                            + " the line, such as a selector, stays.",
                    "with `was`, and for a key `skip`",
                    "- set-key: build/detect_binary_files_with_prefix\n  value: \"False\"",
                    RecipeOperations::setKey),
            new Operation(
                    required("unset-key", PATHS, "the key"),
                    List.of(WAS, KEEP_FIELD),
                    "Deletes a key with its block.",
                    "always",
                    "- unset-key: \"source[folder=tcl]/sha256\"\n  keep: comment\n  why: the archive is made anew each day",
                    values -> new UnsetKey(
                            values.headerWithWhy("removes a key"),
                            values.texts("unset-key"),
                            values.optional("was"),
                            values.has("keep"))),
            new Operation(
                    required("set-var", TEXT, "the variable's name"),
                    List.of(
                            required(
                                    "value",
                                    TEXT,
                                    "verbatim, as it stands behind `=`; a bare word takes the old one's quotes"),
                            WAS),
                    "Sets the value of a `{% set NAME = … %}`, in recipe.yaml of `context/NAME`. `NAME[selector]` picks one"
                            + " of several.",
                    "always",
                    "- set-var: build\n  value: \"3\"\n  was: \"2\"\n  why: build 2 is broken on this port",
                    values -> new SetVar(
                            values.headerWithWhy("replaces a value"),
                            values.text("set-var"),
                            values.text("value"),
                            values.optional("was"))),
            new Operation(
                    required("set-version", TEXT, "the version"),
                    List.of(required("sha256", TEXT, "of the source of that version"), WAS),
                    "Sets version and checksum together, so that it can't be half done.",
                    "always",
                    "- set-version: \"1.3.7\"\n  sha256: " + "0".repeat(64) + "\n  was: \"1.3.5\"\n"
                            + "  why: the first version that builds on aarch64",
                    values -> new SetVersion(
                            values.headerWithWhy("sets a version"),
                            values.text("set-version"),
                            values.text("sha256"),
                            values.optional("was"))));

    private RecipeOperations() {}

    private static Edit addItem(EditValues values) {
        List<String> paths = values.texts("add-item");
        boolean patches = paths.stream().anyMatch(path -> path.equals("patches") || path.endsWith("/patches"));
        return new AddItem(
                patches ? values.headerWithWhy("adds a patch") : values.header(),
                paths,
                values.texts("items"),
                values.place(values::text, Place.end()),
                values.lines("comment"));
    }

    private static Edit selectItem(EditValues values) {
        if (values.has("when") == values.has("selector")) {
            values.refuse("select-item needs its selector, in 'when' or in 'selector'", "give one of the two");
        }
        String when = values.text(values.has("when") ? "when" : "selector");
        return new SelectItem(
                when.equals("always") ? values.header() : values.headerWithWhy("disables an item somewhere"),
                values.texts("select-item"),
                values.text("item"),
                when,
                values.optionalNumber("col"));
    }

    private static Edit setKey(EditValues values) {
        List<String> paths = values.texts("set-key");
        boolean skip = paths.stream().anyMatch(path -> path.equals("skip") || path.endsWith("/skip"));
        EditHeader header = values.has("was")
                ? values.headerWithWhy("replaces a value")
                : skip ? values.headerWithWhy("disables a build") : values.header();
        return new SetKey(
                header,
                paths,
                values.text("value"),
                values.optional("was"),
                values.optional("after"),
                values.has("keep"));
    }
}
