package org.archirender.overlay.read;

import java.util.List;
import org.archirender.yaml.TopLevelKey;
import org.archirender.yaml.TopLevelKey.Shape;

/** The keys of overlay.yaml: what OverlayReader reads, and what the schema and the reference say. */
public final class OverlayFields {
    /** In the order in which the reference shows them. */
    public static final List<TopLevelKey> ALL = List.of(
            new TopLevelKey("overlay", Shape.FORMAT, true, "the version of this language: `1`"),
            new TopLevelKey("package", Shape.TEXT, true, "the package's name, which is the folder's"),
            new TopLevelKey("base", Shape.BASE, false, "where `base/` comes from; kept by the tool"),
            new TopLevelKey("skip", Shape.TEXT, false, "the reason why it is not ported; nothing is rendered then"),
            new TopLevelKey(
                    "config",
                    Shape.MAPPING,
                    false,
                    "merged into conda-forge.yml by key path; null deletes a key, other lines are kept"),
            new TopLevelKey("pins", Shape.MAPPING, false, "variant overrides for this package, after pinnings.yaml"),
            new TopLevelKey("providers", Shape.TEXT_LIST, false, "CI provider folders instead of the port's"),
            new TopLevelKey("edits", Shape.EDITS, false, "what changes in `recipe/`, from top to bottom"));

    /** The keys of {@code base}. */
    public static final List<TopLevelKey> BASE = List.of(
            new TopLevelKey("repo", Shape.TEXT, true, "`owner/name`, or an address"),
            new TopLevelKey("commit", Shape.TEXT, false, "its full id"),
            new TopLevelKey("version", Shape.TEXT, false, "the package's version there; `@version@` in edits"));

    private OverlayFields() {}
}
