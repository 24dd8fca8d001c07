package org.archirender.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.text.NearMiss;
import org.archirender.tree.FileTree;
import org.archirender.tree.PathGlob;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.yaml.YamlNode.Scalar;

/** The workspace's templates/ folder, read and parsed once. Immutable, and may render on several threads. */
public final class Templates {
    private static final Pattern KEY =
            Pattern.compile("\\b(config|port|settings)(?:\\.|\\[\\s*+[\"'])([A-Za-z_][\\w-]*+)");

    private final SortedMap<String, Provider> providers;
    private final SortedSet<String> keys;

    private Templates(SortedMap<String, Provider> providers, SortedSet<String> keys) {
        this.providers = providers;
        this.keys = keys;
    }

    /**
     * The providers below {@code files}.
     *
     * @param files templates/ of the workspace, with paths below it: PROVIDER/provider.yaml, PROVIDER/PATH.ftl
     * @throws InputException with all that is wrong in any of them
     */
    public static Templates of(FileTree files) {
        List<Problem> problems = new ArrayList<>();
        SortedMap<String, Provider> providers = new TreeMap<>();
        files.files().keySet().stream()
                .map(TreePath::value)
                .filter(path -> path.contains("/"))
                .map(path -> path.substring(0, path.indexOf('/')))
                .distinct()
                .forEach(name -> ProviderReader.read(name, files.folder(name), problems)
                        .ifPresent(provider -> providers.put(name, provider)));
        throwAny(problems);
        SortedSet<String> keys = new TreeSet<>();
        files.files()
                .values()
                .forEach(file -> KEY.matcher(file.byteText())
                        .results()
                        .forEach(found -> keys.add(found.group(1) + "." + found.group(2))));
        return new Templates(providers, keys);
    }

    /** The keys of a variable that any template names: of {@code config}, {@code shippable} by {@code config.shippable}. */
    public List<String> keysOf(String variable) {
        return keys.stream()
                .filter(key -> key.startsWith(variable + "."))
                .map(key -> key.substring(variable.length() + 1))
                .toList();
    }

    /** The names of all providers, sorted. */
    public List<String> names() {
        return List.copyOf(providers.keySet());
    }

    /**
     * The files of {@code chosen} providers for {@code scope}.
     *
     * @param chosen names in any order, duplicates included; those that {@link #wrongWith} refuses give nothing
     * @param model a value for every variable of {@link Variable#ALL} that the scope has, but for {@code generated}:
     *     texts, numbers, booleans, lists and maps in a fixed order
     * @throws InputException with all that is wrong: two providers with the same path, a condition or a template that
     *     can't be rendered
     */
    public FileTree render(Collection<String> chosen, TemplateScope scope, Map<String, Object> model) {
        Map<String, Object> plain = PlainModel.checked(model, scope);
        List<Problem> problems = new ArrayList<>();
        SortedMap<TreePath, Provider.File> files = new TreeMap<>();
        chosen.stream()
                .distinct()
                .flatMap(name -> Optional.ofNullable(providers.get(name)).stream())
                .flatMap(provider -> provider.files().stream())
                .filter(file -> file.scope() == scope)
                .forEach(file -> collect(problems, () -> choose(file, plain, files)));
        throwAny(problems);
        plain.put("generated", files.keySet().stream().map(TreePath::value).toList());
        SortedMap<TreePath, TreeFile> tree = new TreeMap<>();
        files.forEach((path, file) ->
                collect(problems, () -> tree.put(path, file.content().apply(plain))));
        throwAny(problems);
        return FileTree.of(tree);
    }

    /** The files of upstream's that {@code chosen} providers want gone from the port's branch. */
    public List<PathGlob> removes(Collection<String> chosen) {
        return chosen.stream()
                .distinct()
                .flatMap(name -> Optional.ofNullable(providers.get(name)).stream())
                .flatMap(provider -> provider.removes().stream())
                .distinct()
                .toList();
    }

    /** Takes {@code file} where its condition holds. */
    private static void choose(
            Provider.File file, Map<String, Object> model, SortedMap<TreePath, Provider.File> files) {
        if (file.when().isPresent() && !file.when().get().holds(model)) {
            return;
        }
        Provider.File other = files.putIfAbsent(file.path(), file);
        if (other != null) {
            throw new InputException(
                    file.at(),
                    file.path() + " is rendered by " + other.at().file() + " too",
                    "choose one of the two, or give them conditions that exclude each other");
        }
    }

    private static void collect(List<Problem> problems, Runnable work) {
        try {
            work.run();
        } catch (InputException e) {
            problems.addAll(e.problems());
        }
    }

    private static void throwAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    /**
     * What is wrong with a choice of providers: one that does not exist, or that needs another which is not chosen.
     *
     * @param chosen as they stand in the file that chooses them
     */
    public List<Problem> wrongWith(List<Scalar> chosen) {
        List<String> names = chosen.stream().map(Scalar::text).toList();
        List<Problem> problems = new ArrayList<>();
        for (Scalar name : chosen) {
            Optional<Provider> provider = Optional.ofNullable(providers.get(name.text()));
            provider.ifPresentOrElse(
                    known -> requireOthers(known, names, name.at(), problems), () -> problems.add(unknown(name)));
        }
        return problems;
    }

    private Problem unknown(Scalar name) {
        String message = "there is no provider '" + name.text() + "'";
        if (providers.isEmpty()) {
            return new Problem(
                    name.at(),
                    message + "; " + ProviderReader.FOLDER + " has none",
                    "make the folder " + ProviderReader.FOLDER + name.text()
                            + ", see docs/templates.md, or take it out");
        }
        return new Problem(
                name.at(),
                NearMiss.behind(message, NearMiss.of(name.text(), names())),
                "choose among " + String.join(", ", names()));
    }

    private static void requireOthers(Provider provider, List<String> chosen, Location at, List<Problem> problems) {
        for (String required : provider.requires()) {
            if (!chosen.contains(required)) {
                problems.add(new Problem(
                        at,
                        "provider '" + provider.name() + "' needs '" + required + "', which is not chosen",
                        "add '" + required + "'"));
            }
        }
    }
}
