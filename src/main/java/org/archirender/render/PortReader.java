package org.archirender.render;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ValueRange;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.archirender.conda.Platform;
import org.archirender.overlay.Rule;
import org.archirender.overlay.Settings;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.template.ProviderReader;
import org.archirender.text.NearMiss;
import org.archirender.tree.PathGlob;
import org.archirender.yaml.FieldShape;
import org.archirender.yaml.FieldShapes;
import org.archirender.yaml.FieldValues;
import org.archirender.yaml.Fields;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Scalar;

/** Reads overlays/port.yaml. */
public final class PortReader {
    /** A platform that is rendered for, in either of its spellings. */
    public static final FieldShape.Text TARGET =
            FieldShape.string("one of `" + String.join("`, `", Platform.TARGETS) + "`", PortReader::wrongWithTarget);

    /** Git's library counts a commit's seconds in an int, from 1970. */
    private static final FieldShape DAY =
            FieldShape.parsed("a day of 1970 to 2037, such as `2019-01-15`", PortReader::day);

    /** What git takes for a branch's name, by git-check-ref-format(1). */
    private static final FieldShape BRANCH = FieldShape.text(
            "a branch's name, such as `aarch64`",
            Pattern.compile(
                            "(?!.*(?:\\.\\.|@\\{|//|/\\.|\\.lock(?:/|$)))(?!@$|HEAD$)"
                                    + "[^-./\\p{Cntrl} ~^:?*\\[\\\\](?:[^\\p{Cntrl} ~^:?*\\[\\\\]*[^./\\p{Cntrl} ~^:?*\\[\\\\])?")
                    .asMatchPredicate());

    private static final FieldShape UPSTREAM_GREEN =
            FieldShape.text("`upstream-green`, or take it out", "upstream-green"::equals);

    /** Names that edits may use without the port giving them. */
    private static final List<String> BUILT_IN = List.of("target", "channel", "version");

    /** The keys of {@code commits}. */
    public static final Fields COMMITS = Fields.ofFile(
            "'commits'",
            required("author", FieldShapes.TEXT, "the author's name"),
            required("email", FieldShapes.TEXT, "the author's address"),
            required("date", DAY, "the day of a branch's first commit, as in `2019-01-15`"));

    /** The keys of port.yaml. */
    public static final Fields KEYS = Fields.ofFile(
            "a port",
            required("port", FieldShapes.FORMAT, "the version of this language: `1`"),
            required("target", TARGET, "the subdir that is rendered for, such as `linux-aarch64`"),
            required("branch", BRANCH, "the branch of each feedstock that holds the rendering"),
            required("upstream-org", FieldShapes.TEXT, "the organisation whose feedstocks are ported"),
            required("own-org", FieldShapes.TEXT, "the organisation or person that holds the ported feedstocks"),
            required("channel", FieldShapes.ADDRESS, "the channel that builds go to; `@channel@` in edits"),
            optional("binutils", FieldShapes.TEXT, "the prefix of the binutils; `@binutils@` in edits"),
            optional("providers", FieldShapes.TEXTS, "the CI provider folders of `templates/` to render"),
            optional(
                    "upstream",
                    FieldShapes.ADDRESS,
                    "address template of the feedstocks that are ported, where they are not `upstream-org`'s on GitHub:"
                            + " `https://HOST/ORG/{name}-feedstock`"),
            optional("remote", FieldShapes.ADDRESS, "address template of a feedstock's own git repository"),
            optional(
                    "when",
                    UPSTREAM_GREEN,
                    "`upstream-green`: publish a feedstock only when its upstream commit has passed its own CI"),
            optional("conda-forge", FieldShapes.MAPPING, "merged into every conda-forge.yml by key path"),
            optional(
                    "rules",
                    new FieldShape.Defined("a rule", "rule").list("a list of rules"),
                    "edits with a condition, tried on every feedstock first"),
            optional("names", FieldShapes.MAPPING, "further names that edits may use between at-signs"),
            optional(
                    "keep-keys",
                    FieldShapes.TEXTS,
                    "variant keys that are in every variant file with the values that the pinnings have, used or not"),
            optional(
                    "keep-files",
                    ProviderReader.GLOBS,
                    "files of upstream's CI that stay on a feedstock's branch, as in .gitignore: `.github/workflows/*`"),
            optional(
                    "commits",
                    new FieldShape.Nested("a mapping with `author`, `email` and `date`", COMMITS),
                    "`author`, `email` and `date` (of a branch's first commit) of what `--commit` writes"),
            optional("settings", Settings.SHAPE, "data for templates, as in `settings.installer.version`"));

    private PortReader() {}

    /**
     * What {@code text} says.
     *
     * @param file as the user knows it, for messages
     * @throws InputException with everything that is wrong in it, from top to bottom
     */
    public static Port read(String text, String file) {
        return KEYS.readFile(text, file, "begin with 'port: 1' and 'target: linux-aarch64'", PortReader::port);
    }

    /** Of another system nothing resembles what is rendered for, though {@code osx-64} and {@code linux-64} look alike. */
    private static String wrongWithTarget(String name) {
        String subdir = name.replace('_', '-');
        if (Platform.TARGETS.contains(subdir)) {
            return "";
        }
        boolean otherSystem =
                subdir.contains("-") && !subdir.toLowerCase(Locale.ROOT).startsWith("linux");
        return NearMiss.behind(
                "is '" + name + "', which nothing is rendered for",
                otherSystem ? List.of() : NearMiss.of(subdir, Platform.TARGETS));
    }

    private static Port port(FieldValues values) {
        for (String key : List.of("upstream", "remote")) {
            values.node(key)
                    .filter(address -> !values.text(key).contains("{name}"))
                    .ifPresent(address -> values.refuse(new Problem(
                            address.at(),
                            "'%s' has no {name}: all feedstocks would be one repository".formatted(key),
                            "write {name} where the package's name stands, as in https://HOST/ORG/{name}-feedstock")));
        }
        return new Port(
                Platform.of(values.optional("target").orElse("linux-aarch64")),
                values.text("branch"),
                values.text("upstream-org"),
                values.text("own-org"),
                values.text("channel"),
                values.scalars("providers"),
                values.optional("upstream"),
                values.optional("remote"),
                values.has("when"),
                values.mapping("commits", COMMITS).map(PortReader::commits),
                values.mapping("conda-forge"),
                Rule.read(values.nodes("rules"), values::refuse),
                names(values),
                values.scalars("keep-keys"),
                values.texts("keep-files").stream().map(PathGlob::new).toList(),
                values.mapping("settings"));
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        ValueRange.of(1970, 2037).checkValidValue(day.getYear(), ChronoField.YEAR);
        return day;
    }

    private static Commits commits(FieldValues values) {
        LocalDate date = day(values.text("date"));
        return new Commits(
                values.text("author"),
                values.text("email"),
                date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** What edits may use between at-signs, the port's own keys among it. */
    private static SortedMap<String, String> names(FieldValues values) {
        SortedMap<String, String> names = new TreeMap<>();
        values.optional("target")
                .ifPresent(target -> names.put("target", Platform.of(target).subdir()));
        for (String key : List.of("channel", "binutils")) {
            values.optional(key).ifPresent(value -> names.put(key, value));
        }
        values.mapping("names").ifPresent(mapping -> {
            for (Entry entry : mapping.entries()) {
                if (BUILT_IN.contains(entry.key().text())
                        || names.containsKey(entry.key().text())) {
                    values.refuse(new Problem(
                            entry.key().at(),
                            "the name '@%s@' has a meaning of its own"
                                    .formatted(entry.key().text()),
                            "choose another name: edits may say @" + String.join("@, @", BUILT_IN) + "@ as it is"));
                } else if (entry.value() instanceof Scalar value && !value.isNull()) {
                    names.put(entry.key().text(), value.text());
                } else {
                    values.refuse(new Problem(
                            entry.value().at(),
                            "the name '%s' stands for no text"
                                    .formatted(entry.key().text()),
                            "write one word or a quoted text"));
                }
            }
        });
        return names;
    }
}
