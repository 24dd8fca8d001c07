package org.archirender.template;

import freemarker.template.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.text.NearMiss;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.yaml.YamlReader;

/** The workspace's templates/ folder, read and parsed once. Immutable, and may render on several threads. */
public final class Templates {
    private static final String FOLDER = "templates/";
    private static final String SUFFIX = ".ftl";

    private final SortedMap<String, Provider> providers = new TreeMap<>();
    private final FileTree files;
    private final Map<TreePath, Template> parsed = new TreeMap<>();

    private Templates(FileTree files) {
        this.files = files;
    }

    /**
     * The providers below {@code files}.
     *
     * @param files templates/ of the workspace, with paths below it: PROVIDER/provider.yaml, PROVIDER/PATH.ftl
     * @throws InputException with all that is wrong in any of them
     */
    public static Templates of(FileTree files) {
        Templates templates = new Templates(files);
        List<Problem> problems = new ArrayList<>();
        LinkedHashSet<String> names = new LinkedHashSet<>();
        for (TreePath path : files.files().keySet()) {
            int slash = path.value().indexOf('/');
            if (slash > 0) {
                names.add(path.value().substring(0, slash));
            }
        }
        names.forEach(name -> templates.read(name, problems));
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return templates;
    }

    private void read(String name, List<Problem> problems) {
        TreePath description = TreePath.of(name + "/provider.yaml");
        Optional<String> text = files.get(description).flatMap(TreeFile::text);
        if (text.isEmpty()) {
            problems.add(new Problem(
                    Location.of(FOLDER + name), "has no provider.yaml", "write one, see docs/templates.md"));
            return;
        }
        Provider provider = ProviderReader.read(name, text.get(), FOLDER + description, problems);
        providers.put(name, provider);
        LinkedHashSet<TreePath> listed = new LinkedHashSet<>(List.of(description));
        for (ProviderFile file : provider.files()) {
            Optional<TreePath> source = source(name, file.path());
            if (source.isEmpty()) {
                problems.add(new Problem(
                        file.at(), "there is neither " + name + "/" + file.path() + SUFFIX + " nor one without .ftl"));
            } else if (!listed.add(source.get())) {
                problems.add(new Problem(file.at(), "lists " + file.path() + " a second time"));
            } else {
                parse(source.get(), file, problems);
            }
        }
        files.folder(name).under(name).files().keySet().stream()
                .filter(path -> !listed.contains(path))
                .forEach(path -> problems.add(new Problem(
                        Location.of(FOLDER + path),
                        FOLDER + description + " does not list it",
                        "add it there under 'files', or remove it")));
    }

    private Optional<TreePath> source(String provider, TreePath path) {
        TreePath plain = path.under(provider);
        TreePath template = TreePath.of(plain + SUFFIX);
        return Optional.of(files.contains(template) ? template : plain).filter(files::contains);
    }

    private void parse(TreePath source, ProviderFile file, List<Problem> problems) {
        if (!source.value().endsWith(SUFFIX)) {
            return;
        }
        Optional<String> text = files.get(source).flatMap(TreeFile::text);
        if (text.isEmpty()) {
            problems.add(new Problem(Location.of(FOLDER + source), "is not UTF-8", "save it as UTF-8"));
            return;
        }
        try {
            FileKind kind = FileKind.of(file.path(), file.executable());
            parsed.put(source, TemplateEngine.parse(text.get(), FOLDER + source, kind));
        } catch (InputException e) {
            problems.addAll(e.problems());
        }
    }

    /** The names of all providers, sorted. */
    public List<String> names() {
        return List.copyOf(providers.keySet());
    }

    /**
     * The files of {@code chosen} providers for {@code scope}.
     *
     * @param chosen names in any order, duplicates included
     * @param model a value for every variable of {@link Variables#ALL} that the scope has, but for {@code generated}:
     *     texts, numbers, booleans, lists and maps in a fixed order
     * @throws InputException with all that is wrong: a provider that does not exist, two providers with the same path, a
     *     condition or a template that can't be rendered
     */
    public FileTree render(Collection<String> chosen, TemplateScope scope, Map<String, Object> model) {
        Rendering rendering = new Rendering(scope, PlainModel.checked(model, scope));
        for (String name : new LinkedHashSet<>(chosen)) {
            rendering.choose(name, chosen);
        }
        rendering.stopOnProblems();
        FileTree tree = rendering.files();
        rendering.stopOnProblems();
        return tree;
    }

    /** One call: what is chosen, then what it gives. */
    private final class Rendering {
        private record Output(TreePath source, ProviderFile file) {}

        private final TemplateScope scope;
        private final Map<String, Object> model;
        private final SortedMap<TreePath, Output> outputs = new TreeMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Rendering(TemplateScope scope, Map<String, Object> model) {
            this.scope = scope;
            this.model = model;
        }

        void choose(String name, Collection<String> chosen) {
            Provider provider = providers.get(name);
            if (provider == null) {
                String question = NearMiss.question(NearMiss.of(name, names()));
                problems.add(new Problem(
                        Location.of(FOLDER + name),
                        "there is no provider '" + name + "'" + (question.isEmpty() ? "" : "; " + question),
                        "choose one of " + String.join(", ", names()) + " under 'providers'"));
                return;
            }
            provider.requires().stream()
                    .filter(required -> !chosen.contains(required))
                    .forEach(required -> problems.add(new Problem(
                            Location.of(FOLDER + name + "/provider.yaml"),
                            "provider '" + name + "' needs '" + required + "', which is not chosen",
                            "add '" + required + "' where '" + name + "' is chosen, under 'providers'")));
            provider.files().stream().filter(file -> file.scope() == scope).forEach(file -> add(name, file));
        }

        private void add(String provider, ProviderFile file) {
            try {
                if (file.when().isPresent() && !TemplateEngine.holds(file.when().get(), model)) {
                    return;
                }
            } catch (InputException e) {
                problems.addAll(e.problems());
                return;
            }
            Output output = new Output(source(provider, file.path()).orElseThrow(), file);
            Output other = outputs.putIfAbsent(file.path(), output);
            if (other != null) {
                problems.add(new Problem(
                        file.at(),
                        file.path() + " is rendered by " + other.file().at().file() + " too",
                        "choose one of the two, or give them conditions that exclude each other"));
            }
        }

        FileTree files() {
            List<Object> generated = new ArrayList<>();
            outputs.keySet().forEach(path -> generated.add(path.value()));
            model.put("generated", generated);
            SortedMap<TreePath, TreeFile> tree = new TreeMap<>();
            outputs.forEach((path, output) -> render(output)
                    .ifPresent(file ->
                            tree.put(path, file.withExecutable(output.file().executable()))));
            return FileTree.of(tree);
        }

        private Optional<TreeFile> render(Output output) {
            Template template = parsed.get(output.source());
            if (template == null) {
                return files.get(output.source());
            }
            FileKind kind = FileKind.of(output.file().path(), output.file().executable());
            try {
                String text = TemplateEngine.render(template, kind, model);
                if (kind == FileKind.YAML) {
                    requireYaml(text, template.getName());
                }
                return Optional.of(TreeFile.of(text));
            } catch (InputException e) {
                problems.addAll(e.problems());
                return Optional.empty();
            }
        }

        private static void requireYaml(String text, String template) {
            try {
                YamlReader.read(text, "line");
            } catch (InputException e) {
                Problem problem = e.problems().get(0);
                throw new InputException(
                        Location.of(template),
                        "the rendered file is " + problem.message() + ", at its " + problem.at(),
                        "quote what is interpolated there");
            }
        }

        void stopOnProblems() {
            if (!problems.isEmpty()) {
                throw new InputException(problems);
            }
        }
    }
}
