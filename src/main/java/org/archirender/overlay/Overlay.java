package org.archirender.overlay;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;

import java.util.List;
import java.util.Optional;
import org.archirender.overlay.edit.Edit;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.yaml.FieldShape;
import org.archirender.yaml.FieldShapes;
import org.archirender.yaml.FieldValues;
import org.archirender.yaml.Fields;
import org.archirender.yaml.YamlNode;

/**
 * What an overlay.yaml says.
 *
 * @param file its path, as the user knows it
 * @param name the package's name, which is the overlay folder's
 * @param base where the vendored base comes from
 * @param skip the reason why this package is not ported; nothing is rendered for it
 * @param config merged into conda-forge.yml by key path
 * @param configAfter the siblings that new keys of conda-forge.yml are put after, by path
 * @param pins variant overrides for this package, after pinnings.yaml
 * @param remote the address of this feedstock's own git repository, instead of the port's
 * @param chosenProviders the CI provider folders for this package instead of the port's, as they stand in the file
 * @param settings merged into the port's by key path, for templates
 * @param edits from top to bottom
 */
public record Overlay(
        String file,
        String name,
        Optional<Base> base,
        Optional<String> skip,
        Optional<YamlNode.Mapping> config,
        YamlNode.Mapping configAfter,
        Optional<YamlNode.Mapping> pins,
        Optional<String> remote,
        Optional<List<YamlNode.Scalar>> chosenProviders,
        Optional<YamlNode.Mapping> settings,
        List<Edit> edits) {
    /**
     * The upstream feedstock at which the overlay was last looked.
     *
     * @param repo {@code owner/name}, or an address
     * @param commit its full id, where known
     * @param version the package's version there, where known
     * @param tree the id of the git tree that holds what was vendored of it, where known
     * @param written whether base/ was written from facts about it, and holds none of its files
     */
    public record Base(
            String repo, Optional<String> commit, Optional<String> version, Optional<String> tree, boolean written) {
        public static final Fields KEYS = Fields.ofFile(
                "'base'",
                required("repo", FieldShapes.ADDRESS, "`owner/name`, or an address"),
                optional("commit", FieldShapes.TEXT, "its full id"),
                optional("version", FieldShapes.TEXT, "the package's version there; `@version@` in edits"),
                optional(
                        "tree",
                        FieldShapes.TEXT,
                        "the id of the git tree that `base/` was when it was vendored; kept by the tool, which says where"
                                + " it was changed since"),
                optional(
                        "written",
                        FieldShapes.TRUTH,
                        "`true`: `base/` was written from facts and is not upstream's; it is never pushed"));
    }

    public static final Fields KEYS = Fields.ofFile(
            "an overlay",
            required("overlay", FieldShapes.FORMAT, "the version of this language: `1`"),
            required("package", FieldShapes.TEXT, "the package's name, which is the folder's"),
            optional(
                    "base",
                    new FieldShape.Nested("a mapping with `repo`", Base.KEYS),
                    "where `base/` comes from; kept by the tool"),
            optional("skip", FieldShapes.BLOCK, "the reason why it is not ported; nothing is rendered then"),
            optional(
                    "config",
                    FieldShapes.MAPPING,
                    "merged into conda-forge.yml by key path; null deletes a key, other lines are kept"),
            optional(
                    "config-after",
                    FieldShapes.PAIRS,
                    "where a new key of conda-forge.yml goes, of `config` or of port.yaml's `conda-forge`: its path, and the"
                            + " sibling that it follows, as in `{provider/linux_aarch64: linux_64}`; others come last"),
            optional("pins", FieldShapes.MAPPING, "variant overrides for this package, after pinnings.yaml"),
            optional(
                    "remote",
                    FieldShapes.ADDRESS,
                    "the address of its own git repository, where port.yaml's is not right for it; `{name}` is the"
                            + " package's. `fork`, `status` and publishing go there"),
            optional("providers", FieldShapes.TEXTS, "CI provider folders instead of the port's"),
            optional(
                    "settings",
                    Settings.SHAPE,
                    "merged into the port's `settings` by key path: a list replaces the port's, null deletes a key"),
            optional(
                    "edits",
                    new FieldShape.Defined("an edit", "edit").list("a list of edits"),
                    "what changes in `recipe/`, from top to bottom"));

    /**
     * The overlay in {@code text}.
     *
     * @param file its path, as the user knows it
     * @throws InputException with all that is wrong with it, from top to bottom
     */
    public static Overlay read(String text, String file) {
        return KEYS.readFile(text, file, "begin with 'overlay: 1' and 'package: NAME'", values -> of(values, file));
    }

    private static Overlay of(FieldValues values, String file) {
        values.node("package").ifPresent(name -> checkFolder(file, values.text("package"), name.at(), values));
        return new Overlay(
                file,
                values.text("package"),
                values.mapping("base", Base.KEYS)
                        .map(base -> new Base(
                                base.text("repo"),
                                base.optional("commit"),
                                base.optional("version"),
                                base.optional("tree"),
                                base.truth("written"))),
                values.optional("skip"),
                values.mapping("config"),
                values.mapping("config-after").orElse(new YamlNode.Mapping(values.at(), List.of())),
                values.mapping("pins"),
                values.optional("remote"),
                values.node("providers").map(given -> values.scalars("providers")),
                values.mapping("settings"),
                values.nodes("edits").stream()
                        .flatMap(node -> EditReader.read(node, values::refuse).stream())
                        .toList());
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

    /** The names of the CI provider folders for this package instead of the port's. */
    public Optional<List<String>> providers() {
        return chosenProviders.map(
                chosen -> chosen.stream().map(YamlNode.Scalar::text).toList());
    }
}
