package org.archirender.render;

import java.util.List;
import org.archirender.yaml.TopLevelKey;
import org.archirender.yaml.TopLevelKey.Shape;

/** The keys of port.yaml: what PortReader reads, and what the schema and the reference say. */
public final class PortFields {
    /** In the order in which the reference shows them. */
    public static final List<TopLevelKey> ALL = List.of(
            new TopLevelKey("port", Shape.FORMAT, true, "the version of this language: `1`"),
            new TopLevelKey("target", Shape.TEXT, true, "the subdir that is rendered for, such as `linux-aarch64`"),
            new TopLevelKey("branch", Shape.TEXT, true, "the branch of each feedstock that holds the rendering"),
            new TopLevelKey("upstream-org", Shape.TEXT, true, "the organisation whose feedstocks are ported"),
            new TopLevelKey("own-org", Shape.TEXT, true, "the organisation that holds the ported feedstocks"),
            new TopLevelKey("channel", Shape.TEXT, true, "the channel that builds go to; `@channel@` in edits"),
            new TopLevelKey("binutils", Shape.TEXT, false, "the prefix of the binutils; `@binutils@` in edits"),
            new TopLevelKey("providers", Shape.TEXT_LIST, false, "the CI provider folders of `templates/` to render"),
            new TopLevelKey("remote", Shape.TEXT, false, "address template of a feedstock's own git repository"),
            new TopLevelKey(
                    "when",
                    Shape.TEXT,
                    false,
                    "`upstream-green`: publish a feedstock only when its upstream commit has passed its own CI"),
            new TopLevelKey("conda-forge", Shape.MAPPING, false, "merged into every conda-forge.yml by key path"),
            new TopLevelKey("rules", Shape.RULES, false, "edits with a condition, tried on every feedstock first"),
            new TopLevelKey("names", Shape.MAPPING, false, "further names that edits may use between at-signs"),
            new TopLevelKey(
                    "commits",
                    Shape.MAPPING,
                    false,
                    "`author`, `email` and `date` (of a branch's first commit) of what `--commit` writes"),
            new TopLevelKey(
                    "settings", Shape.MAPPING, false, "data for templates, as in `settings.installer.version`"));

    /** The keys below {@code commits}. */
    public static final List<TopLevelKey> COMMITS = List.of(
            new TopLevelKey("author", Shape.TEXT, true, "the author's name"),
            new TopLevelKey("email", Shape.TEXT, true, "the author's address"),
            new TopLevelKey("date", Shape.TEXT, true, "the day of a branch's first commit, as in `2019-01-15`"));

    private PortFields() {}
}
