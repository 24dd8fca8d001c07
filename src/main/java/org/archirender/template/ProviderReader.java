package org.archirender.template;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;
import org.archirender.tree.PathGlob;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.yaml.FieldShape;
import org.archirender.yaml.FieldShapes;
import org.archirender.yaml.FieldValues;
import org.archirender.yaml.Fields;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Mapping;

/** Reads a folder below templates/: its provider.yaml, and the files that are listed there. */
public final class ProviderReader {
    /** The keys of a file in {@code files}. */
    public static final Fields FILE = Fields.ofFile(
            "a file",
            required(
                    "path",
                    FieldShape.string("a path such as `.scripts/build.sh`", TreePath::wrongWith),
                    "where it goes"),
            required(
                    "for",
                    new FieldShape.Choice("`feedstock` or `port`", List.of("feedstock", "port")),
                    "`feedstock`: rendered into every feedstock; `port`: rendered once, into `rendered/port/`"),
            optional("executable", FieldShapes.TRUTH, "whether it may be run, `false` unless said"),
            optional(
                    "when",
                    FieldShapes.BLOCK,
                    "an expression over the variables; where it is false, there is no file"));

    /** Files of a feedstock, as lines of .gitignore name them. */
    public static final FieldShape GLOBS = FieldShape.string(
                    "a path in the feedstock, with `*`, `?` and `**`", PathGlob::wrongWith)
            .list("a list of paths in the feedstock, with `*`, `?` and `**`");

    /** The keys of provider.yaml. */
    public static final Fields KEYS = Fields.ofFile(
            "a provider",
            required("provider", FieldShapes.FORMAT, "the version of this language: `1`"),
            optional("about", FieldShapes.BLOCK, "what it is, for who reads the file"),
            optional("requires", FieldShapes.TEXTS, "providers that have to be chosen too"),
            optional(
                    "removes",
                    GLOBS,
                    "files of upstream's that go from the port's branch, besides those of its CI, as in .gitignore"),
            optional(
                    "files",
                    new FieldShape.Defined("a file", "file").list("a list of files"),
                    "every file of the folder but provider.yaml, once"));

    static final String FOLDER = "templates/";
    private static final TreePath DESCRIPTION = TreePath.of("provider.yaml");
    private static final String SUFFIX = ".ftl";

    private final String place;
    private final FileTree folder;
    private final Set<TreePath> listed = new HashSet<>(List.of(DESCRIPTION));
    private final List<Problem> inOtherFiles = new ArrayList<>();

    private ProviderReader(String place, FileTree folder) {
        this.place = place;
        this.folder = folder;
    }

    /**
     * The provider {@code name}; empty where its provider.yaml says none.
     *
     * @param folder the files of its folder
     * @param problems gets all that is wrong with them, those of provider.yaml first
     */
    static Optional<Provider> read(String name, FileTree folder, List<Problem> problems) {
        ProviderReader reader = new ProviderReader(FOLDER + name, folder);
        try {
            return Optional.of(reader.provider(name));
        } catch (InputException e) {
            problems.addAll(e.problems());
            if (reader.listed.size() == 1) { // what it lists is not known
                reader.inOtherFiles.clear();
            }
            return Optional.empty();
        } finally {
            problems.addAll(reader.inOtherFiles);
        }
    }

    private Provider provider(String name) {
        String text = folder.get(DESCRIPTION)
                .map(file -> file.text(place + "/" + DESCRIPTION))
                .orElseThrow(() -> new InputException(
                        Location.of(place), "has no provider.yaml", "write one, see docs/templates.md"));
        return KEYS.readFile(
                text, place + "/" + DESCRIPTION, "begin with 'provider: 1', see docs/templates.md", values -> {
                    List<Provider.File> files = new ArrayList<>();
                    for (YamlNode node : values.nodes("files")) {
                        file(node, values).ifPresent(files::add);
                    }
                    requireAllListed();
                    List<PathGlob> globs =
                            values.texts("removes").stream().map(PathGlob::new).toList();
                    return new Provider(name, values.texts("requires"), globs, files);
                });
    }

    private void requireAllListed() {
        folder.files().keySet().stream()
                .filter(path -> !listed.contains(path))
                .map(path -> new Problem(
                        Location.of(place + "/" + path),
                        place + "/" + DESCRIPTION + " does not list it",
                        "add it there under 'files', or remove it"))
                .forEach(inOtherFiles::add);
    }

    private Optional<Provider.File> file(YamlNode node, FieldValues provider) {
        if (!(node instanceof Mapping mapping)) {
            provider.refuse(new Problem(
                    node.at(), "a file is a mapping", "write '- path: PATH' and 'for: feedstock' below it"));
            return Optional.empty();
        }
        FieldValues values = FILE.read(mapping, provider::refuse);
        Optional<FileCondition> when = values.node("when").flatMap(at -> condition(at.at(), values));
        if (!values.has("path")) {
            return Optional.empty();
        }
        TreePath path = TreePath.of(values.text("path"));
        Optional<Function<Map<String, Object>, TreeFile>> content = content(path, values.truth("executable"), values);
        return values.optional("for")
                .map(word -> TemplateScope.valueOf(word.toUpperCase(Locale.ROOT)))
                .flatMap(scope -> content.map(known -> new Provider.File(values.at(), path, scope, when, known)));
    }

    private static Optional<FileCondition> condition(Location at, FieldValues values) {
        try {
            return Optional.of(FileCondition.of(at, values.text("when")));
        } catch (InputException e) {
            e.problems().forEach(values::refuse);
            return Optional.empty();
        }
    }

    private Optional<Function<Map<String, Object>, TreeFile>> content(
            TreePath path, boolean executable, FieldValues values) {
        TreePath template = TreePath.of(path + SUFFIX);
        TreePath source = folder.contains(template) ? template : path;
        Optional<TreeFile> bytes = folder.get(source);
        if (bytes.isEmpty()) {
            values.refuse(
                    "there is neither " + template + " nor " + path + " in the folder", "write it, or take it out");
            return Optional.empty();
        }
        if (!listed.add(source)) {
            values.refuse(path + " is listed a second time", "keep one of them");
            return Optional.empty();
        }
        if (!source.value().endsWith(SUFFIX)) {
            return bytes.map(file -> model -> file.withExecutable(executable));
        }
        try {
            String file = place + "/" + source;
            FileTemplate parsed = FileTemplate.parse(bytes.get().text(file), file, FileKind.of(path, executable));
            return Optional.of(model -> TreeFile.of(parsed.render(model)).withExecutable(executable));
        } catch (InputException e) {
            inOtherFiles.addAll(e.problems());
            return Optional.empty();
        }
    }
}
