package org.archirender.overlay;

import java.util.List;

/** The top-level keys of port.yaml: what PortReader reads, and what the schema and the reference say. */
public final class PortFields {
    /**
     * One key.
     *
     * @param name as in port.yaml
     * @param shape what its value looks like
     * @param required whether a port can't do without
     * @param meaning one sentence without a final full stop
     */
    public record Field(String name, Shape shape, boolean required, String meaning) {}

    /** What a value looks like. */
    public enum Shape {
        TEXT,
        TEXT_LIST,
        MAPPING,
        RULES
    }

    /** In the order in which the reference shows them. */
    public static final List<Field> ALL = List.of(
            new Field("port", Shape.TEXT, true, "the version of this language, `1`"),
            new Field("target", Shape.TEXT, true, "the subdir that is rendered for, such as `linux-aarch64`"),
            new Field("branch", Shape.TEXT, true, "the branch of each feedstock that holds the rendering"),
            new Field("upstream-org", Shape.TEXT, true, "the organisation whose feedstocks are ported"),
            new Field("own-org", Shape.TEXT, true, "the organisation that holds the ported feedstocks"),
            new Field("channel", Shape.TEXT, true, "the channel that builds are uploaded to; `@channel@` in edits"),
            new Field("binutils", Shape.TEXT, false, "the prefix of the binutils; `@binutils@` in edits"),
            new Field(
                    "providers",
                    Shape.TEXT_LIST,
                    false,
                    "the CI provider folders below templates/ for every feedstock"),
            new Field("remote", Shape.TEXT, false, "address template of a feedstock's own git repository"),
            new Field("conda-forge", Shape.MAPPING, false, "merged by key path into every feedstock's conda-forge.yml"),
            new Field(
                    "rules", Shape.RULES, false, "edits with a condition, tried on every feedstock before its overlay"),
            new Field("names", Shape.MAPPING, false, "further names that edits may use between at-signs"),
            new Field(
                    "commits",
                    Shape.MAPPING,
                    false,
                    "`author`, `email` and `date` (of a branch's first commit) of what `--commit` writes"),
            new Field("settings", Shape.MAPPING, false, "data for templates, as in `settings.installer.version`"));

    private PortFields() {}

    /** The names of {@link #ALL}, in its order. */
    public static List<String> names() {
        return ALL.stream().map(Field::name).toList();
    }
}
