package org.archirender.render;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.archirender.conda.FeedstockLayout;
import org.archirender.forge.ForgeConfig;
import org.archirender.overlay.readback.PrintBack;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.recipe.RecipeText;
import org.archirender.tree.FileTree;
import org.archirender.tree.GitTreeId;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * A package at its beginning: a vendored base, and an overlay that says nothing yet.
 *
 * @param text of overlay.yaml
 * @param base what was vendored
 * @param version of the package there, where the recipe says it whatever the variant
 */
public record NewOverlay(String text, FileTree base, Optional<String> version) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
    private static final Pattern GITHUB = Pattern.compile("github\\.com[/:]([\\w.-]+/[\\w.-]+?)(?:\\.git)?/?$");
    /** By https, ssh or the like, {@code git@host:path} among it, and no file. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("^(?!file:)[A-Za-z][\\w+.-]*://[^\"\\\\]+$|^[\\w.-]+@[\\w.-]+:[^\"\\\\]+$");

    private static final Pattern NAMED = Pattern.compile("[\"']?\\$?\\{\\{\\s*(\\w+)\\s*\\}\\}[\"']?");
    private static final Pattern VERSION = Pattern.compile("[\"']?([A-Za-z0-9_.!+]+)[\"']?");

    /**
     * A feedstock as found.
     *
     * @param address where it was found
     * @param commit of what was found, where it is known
     * @param files at least what a rendering reads ({@link FeedstockLayout#inputs})
     */
    public record Upstream(String address, Optional<String> commit, FileTree files) {}

    /**
     * The package {@code name} on top of {@code upstream}.
     *
     * @param port says where feedstocks are whose address does not say it
     * @throws InputException for an impossible name, or files that are no feedstock
     */
    public static NewOverlay of(String name, Port port, Upstream upstream) {
        checkName(name);
        String recipeDir = ForgeConfig.recipeDir(upstream.files());
        SortedMap<TreePath, TreeFile> base = new TreeMap<>();
        upstream.files().files().forEach((path, file) -> {
            if (FeedstockLayout.isInput(path.value(), recipeDir)) {
                base.put(path, file);
            }
        });
        FileTree vendored = FileTree.of(base);
        TreePath recipe = Stream.of(FeedstockLayout.META_YAML, FeedstockLayout.RECIPE_YAML)
                .map(file -> TreePath.of(recipeDir + "/" + file))
                .filter(vendored::contains)
                .findFirst()
                .orElseThrow(() -> new InputException(
                        Location.of(upstream.address()),
                        "is not a feedstock: it has neither %1$s/meta.yaml nor %1$s/recipe.yaml".formatted(recipeDir),
                        "give the folder or repository that holds " + recipeDir + "/"));
        PrintBack evaluation = new PrintBack(port.target(), vendored.folder(recipeDir));
        Optional<String> version = vendored.get(recipe)
                .flatMap(file -> structure(recipe, file))
                .flatMap(text ->
                        evaluation.version(text).flatMap(NewOverlay::plain).or(() -> written(text)));
        return new NewOverlay(text(name, port, upstream, version, GitTreeId.of(vendored)), vendored, version);
    }

    /**
     * Checks that a package may be called {@code name}.
     *
     * @throws InputException where none may
     */
    public static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InputException(
                    Location.of("overlays/" + name),
                    "'%s' is not a package name".formatted(name),
                    "use letters, digits, '-', '_' and '.'");
        }
    }

    /** Both, as they lie below overlays/NAME/. */
    public FileTree tree() {
        return base.under("base").with(TreePath.of("overlay.yaml"), TreeFile.of(text));
    }

    private static String text(String name, Port port, Upstream upstream, Optional<String> version, String treeId) {
        String repo = repo(name, port, upstream.address());
        String commit = upstream.commit().map(id -> ", commit: " + id).orElse("");
        String tree = upstream.commit().map(id -> ", tree: " + treeId).orElse("");
        String known = version.map(text -> ", version: \"" + text + "\"").orElse("");
        return """
                overlay: 1
                package: %s
                base: {repo: %s%s%s%s}
                # What this port changes, each with its why; docs/overlays.md has the operations.
                edits: []
                """.formatted(name, repo, commit, known, tree);
    }

    /** What is on this machine is a copy of what port.yaml says, or on the way there. */
    private static String repo(String name, Port port, String address) {
        Matcher github = GITHUB.matcher(address);
        if (github.find()) {
            return github.group(1);
        }
        boolean usual = port.upstream()
                .filter(template -> template.replace("{name}", name).equals(address))
                .isPresent();
        return ELSEWHERE.matcher(address).find() && !usual
                ? "\"" + address + "\""
                : port.upstreamOrg() + "/" + FeedstockLayout.repository(name);
    }

    /** Empty for a text that is not UTF-8: what edits may still make of it is not known here. */
    private static Optional<RecipeText> structure(TreePath path, TreeFile file) {
        file.tooLong(path.value()).ifPresent(problem -> {
            throw new InputException(problem);
        });
        boolean isRecipeYaml = path.name().equals(FeedstockLayout.RECIPE_YAML);
        return file.text().map(isRecipeYaml ? RecipeText::parseRecipeYaml : RecipeText::parse);
    }

    /**
     * Of a recipe that comes to no version: what it says, or sets in the variable that it names there, where that is plain
     * text; in one that says none, what it sets as {@code version}.
     */
    private static Optional<String> written(RecipeText recipe) {
        List<String> said = Stream.of("package", "recipe")
                .flatMap(section -> recipe.root().entries(section).stream())
                .flatMap(section -> section.value().entries("version").stream())
                .map(version -> recipe.text(version.value().span()))
                .toList();
        Matcher name = NAMED.matcher(said.size() == 1 ? said.get(0) : "");
        String variable = name.matches() ? name.group(1) : "version";
        List<String> set = recipe.variables(variable).stream()
                .map(each -> recipe.text(each.value()))
                .toList();
        List<String> written = said.size() == 1 && !said.get(0).contains("{{") ? said : set;
        return written.size() == 1 ? plain(written.get(0).strip()) : Optional.empty();
    }

    private static Optional<String> plain(String version) {
        Matcher plain = VERSION.matcher(version);
        return plain.matches() ? Optional.of(plain.group(1)) : Optional.empty();
    }
}
