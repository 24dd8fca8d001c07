package org.archirender.overlay;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;

import java.util.List;
import org.archirender.overlay.Overlay.Base;
import org.archirender.overlay.edit.Edit;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.yaml.FieldShape;
import org.archirender.yaml.FieldShapes;
import org.archirender.yaml.FieldValues;
import org.archirender.yaml.Fields;

/** Reads overlay.yaml. */
public final class OverlayReader {
    /** The keys of {@code base}. */
    public static final Fields BASE = Fields.ofFile(
            "'base'",
            required("repo", FieldShapes.TEXT, "`owner/name`, or an address"),
            optional("commit", FieldShapes.TEXT, "its full id"),
            optional("version", FieldShapes.TEXT, "the package's version there; `@version@` in edits"));

    /** The keys of overlay.yaml. */
    public static final Fields KEYS = Fields.ofFile(
            "an overlay",
            required("overlay", FieldShapes.FORMAT, "the version of this language: `1`"),
            required("package", FieldShapes.TEXT, "the package's name, which is the folder's"),
            optional(
                    "base",
                    new FieldShape.Nested("a mapping with `repo`", BASE),
                    "where `base/` comes from; kept by the tool"),
            optional("skip", FieldShapes.BLOCK, "the reason why it is not ported; nothing is rendered then"),
            optional(
                    "config",
                    FieldShapes.MAPPING,
                    "merged into conda-forge.yml by key path; null deletes a key, other lines are kept"),
            optional("pins", FieldShapes.MAPPING, "variant overrides for this package, after pinnings.yaml"),
            optional("providers", FieldShapes.TEXTS, "CI provider folders instead of the port's"),
            optional(
                    "edits",
                    new FieldShape.Defined("an edit", "edit").list("a list of edits"),
                    "what changes in `recipe/`, from top to bottom"));

    private OverlayReader() {}

    /**
     * The overlay in {@code text}.
     *
     * @param file its path, as the user knows it
     * @throws InputException with all that is wrong with it, from top to bottom
     */
    public static Overlay read(String text, String file) {
        return KEYS.readFile(
                text, file, "begin with 'overlay: 1' and 'package: NAME'", values -> overlay(values, file));
    }

    private static Overlay overlay(FieldValues values, String file) {
        values.node("package").ifPresent(name -> checkFolder(file, values.text("package"), name.at(), values));
        EditReader reader = new EditReader(values::refuse);
        List<Edit> edits = values.nodes("edits").stream()
                .flatMap(node -> reader.read(node).stream())
                .toList();
        return new Overlay(
                file,
                values.text("package"),
                values.mapping("base", BASE)
                        .map(base -> new Base(base.text("repo"), base.optional("commit"), base.optional("version"))),
                values.optional("skip"),
                values.mapping("config"),
                values.mapping("pins"),
                values.node("providers").map(given -> values.scalars("providers")),
                edits);
    }

    private static void checkFolder(String file, String name, Location at, FieldValues values) {
        String[] parts = file.split("/", -1);
        if (parts.length < 3 || !parts[parts.length - 3].equals("overlays")) {
            return;
        }
        String folder = parts[parts.length - 2];
        if (!name.equals(folder)) {
            values.refuse(new Problem(
                    at, "the package is '" + name + "', its folder '" + folder + "'", "give both the same name"));
        }
    }
}
