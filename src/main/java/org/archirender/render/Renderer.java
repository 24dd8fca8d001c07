package org.archirender.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.archirender.conda.FeedstockLayout;
import org.archirender.forge.ForgeConfig;
import org.archirender.forge.ForgeConfigCheck;
import org.archirender.forge.ForgeConfigMerge;
import org.archirender.overlay.Applied;
import org.archirender.overlay.EditResult;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.OverlayApplier;
import org.archirender.overlay.PortNames;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.template.TemplateScope;
import org.archirender.template.Templates;
import org.archirender.text.NearMiss;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.variant.BuildMatrix;
import org.archirender.variant.Pinnings;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/** The pure function: a feedstock's inputs in, its tree and a report out. Immutable; renders on several threads. */
public final class Renderer {
    private final Port port;
    private final VariantRenderer variants;
    private final Templates templates;

    /**
     * A renderer for all feedstocks of a port.
     *
     * @param templates what CI providers get
     * @throws InputException where the port chooses providers that {@code templates} has not, or keeps keys that nothing pins
     */
    public Renderer(Port port, Pinnings pinnings, Templates templates) {
        this.port = port;
        this.variants = new VariantRenderer(pinnings.keeping(new TreeSet<>(names(port.keepKeys()))), port.target());
        this.templates = templates;
        List<Problem> wrong = new ArrayList<>(templates.wrongWith(port.providers()));
        port.keepKeys().stream()
                .filter(key -> !pinnings.named().contains(key.text()))
                .map(key -> new Problem(
                        key.at(),
                        NearMiss.behind(
                                "the pinnings have no key '" + key.text() + "'",
                                NearMiss.of(key.text(), List.copyOf(pinnings.named()))),
                        "name a key of the pinnings, or take it out"))
                .forEach(wrong::add);
        throwAny(wrong);
    }

    /** What {@code feedstock} becomes on this port; what is wrong with it is in the rendering's problems. */
    public Rendering render(Feedstock feedstock) {
        Rendering rendering = rendered(feedstock);
        List<Problem> warnings = warnings(feedstock);
        rendering
                .matrix()
                .map(matrix -> VariantRenderer.surprises(matrix, "overlays/" + feedstock.name() + "/base/"))
                .ifPresent(warnings::addAll);
        return rendering.withWarnings(warnings);
    }

    private List<Problem> warnings(Feedstock feedstock) {
        String file = "overlays/" + feedstock.name() + "/base/" + FeedstockLayout.CONFIG;
        String text = feedstock
                .base()
                .get(FeedstockLayout.CONFIG)
                .filter(config -> config.tooLong(file).isEmpty())
                .flatMap(TreeFile::text)
                .orElse("");
        List<Problem> warnings = new ArrayList<>(ForgeConfigCheck.of(text, file, templates.keysOf("config")));
        feedstock
                .overlay()
                .config()
                .ifPresent(config -> warnings.addAll(ForgeConfigCheck.of(config, templates.keysOf("config"))));
        warnings.addAll(VariantRenderer.recipeHints(feedstock.base(), "overlays/" + feedstock.name() + "/base/"));
        feedstock.changedBase().ifPresent(warnings::add);
        return warnings;
    }

    private Rendering rendered(Feedstock feedstock) {
        Overlay overlay = feedstock.overlay();
        List<Problem> unusable = unusableBase(feedstock);
        if (!unusable.isEmpty()) {
            return Rendering.failed(List.of(), unusable);
        }
        Applied applied = OverlayApplier.apply(
                feedstock.base(), feedstock.files(), overlay, port.rules(), new PortNames(port.names()));
        List<Problem> others = new ArrayList<>();
        overlay.chosenProviders().map(templates::wrongWith).ifPresent(others::addAll);
        FileTree edited = applied.tree();
        try {
            edited = withForgeConfig(edited, overlay);
        } catch (InputException e) {
            others.addAll(base(feedstock, edited).placed(e.problems()));
        }
        if (applied.problems().isEmpty() && others.isEmpty()) {
            return withVariantsAndCi(feedstock, edited, applied.results());
        }
        List<Problem> unreadable = applied.problems().isEmpty()
                ? List.of()
                : base(feedstock, edited).unreadable();
        Applied reported = unreadable.isEmpty() ? applied : applied.withoutRecipeEdits();
        return Rendering.failed(
                reported.results(),
                Stream.of(unreadable, reported.problems(), others)
                        .flatMap(List::stream)
                        .toList());
    }

    /**
     * What belongs to the port and to none of its feedstocks.
     *
     * @param chosen the providers that overlays choose beside the port's own
     */
    public FileTree renderPort(Collection<String> chosen) {
        LinkedHashSet<String> providers = new LinkedHashSet<>(names(port.providers()));
        providers.addAll(new TreeSet<>(chosen));
        return templates.render(providers, TemplateScope.PORT, TemplateModel.of(port));
    }

    private Rendering withVariantsAndCi(Feedstock feedstock, FileTree edited, List<EditResult> results) {
        Overlay overlay = feedstock.overlay();
        try {
            BuildMatrix matrix = variants.matrix(edited, overlay.pins());
            List<String> providers = names(overlay.chosenProviders().orElse(port.providers()));
            ForgeConfig forge = ForgeConfig.read(
                    edited.text(FeedstockLayout.CONFIG, FeedstockLayout.CONFIG), FeedstockLayout.CONFIG);
            if (!providers.isEmpty()) {
                Mapping settings = TemplateModel.settings(port, overlay, forge);
                throwAny(BuildImage.wrongWith(matrix.files(), settings, forge, port.target()));
            }
            FileTree ci = templates.render(
                    providers, TemplateScope.FEEDSTOCK, TemplateModel.of(port, overlay, providers, matrix, forge));
            throwAny(clashes(overlay, feedstock.base(), ci));
            LeavingFiles leaving = new LeavingFiles(templates.removes(providers), port.keepFiles());
            FileTree tree = edited.with(ci).with(matrix.tree());
            return new Rendering(tree, results, Optional.of(matrix), leaving, List.of(), List.of());
        } catch (InputException e) {
            BaseProblems base = base(feedstock, edited);
            List<Problem> unreadable = base.unreadable(e);
            return unreadable.isEmpty()
                    ? Rendering.failed(results, base.placed(e.problems()))
                    : Rendering.failed(List.of(), unreadable);
        }
    }

    private static void throwAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private BaseProblems base(Feedstock feedstock, FileTree edited) {
        return new BaseProblems(feedstock, edited, variants);
    }

    private FileTree withForgeConfig(FileTree tree, Overlay overlay) {
        String before = tree.text(FeedstockLayout.CONFIG, FeedstockLayout.CONFIG);
        List<Mapping> keys = Stream.of(port.condaForge(), overlay.config())
                .flatMap(Optional::stream)
                .toList();
        String after = ForgeConfigMerge.merge(before, FeedstockLayout.CONFIG, keys, overlay.configAfter());
        return after.equals(before) ? tree : tree.with(TreePath.of(FeedstockLayout.CONFIG), TreeFile.of(after));
    }

    /** What of the base can't be read at all, so that not even edits can be tried. */
    private static List<Problem> unusableBase(Feedstock feedstock) {
        String folder = "overlays/" + feedstock.name() + "/base/";
        String recipeDir = ForgeConfig.recipeDir(feedstock.base()) + "/";
        List<Problem> tooLong = Stream.of(
                        FeedstockLayout.CONFIG,
                        recipeDir + FeedstockLayout.META_YAML,
                        recipeDir + FeedstockLayout.RECIPE_YAML)
                .flatMap(path ->
                        feedstock.base().get(path).stream().flatMap(file -> file.tooLong(folder + path).stream()))
                .toList();
        return tooLong.isEmpty() ? missingBase(feedstock).stream().toList() : tooLong;
    }

    private static Optional<Problem> missingBase(Feedstock feedstock) {
        String folder = "overlays/" + feedstock.name() + "/base";
        String fix = ("move overlays/%1$s away, run: archi-render init %1$s --from DIR|URL, and put your overlay.yaml"
                        + " and files/ back")
                .formatted(feedstock.name());
        String recipeDir = ForgeConfig.recipeDir(feedstock.base());
        FileTree recipes = feedstock.base().folder(recipeDir);
        Optional<TreeFile> recipe = recipes.get(FeedstockLayout.META_YAML);
        if (recipe.flatMap(TreeFile::text).filter(String::isBlank).isPresent()) {
            return Optional.of(
                    new Problem(Location.of(folder + "/" + recipeDir + "/meta.yaml"), "the recipe is empty", fix));
        }
        return recipe.isPresent() || recipes.get(FeedstockLayout.RECIPE_YAML).isPresent()
                ? Optional.empty()
                : Optional.of(new Problem(
                        Location.of(folder),
                        "the base is missing: there is neither %1$s/meta.yaml nor %1$s/recipe.yaml in it"
                                .formatted(recipeDir),
                        fix));
    }

    /** A provider's file may not stand in for one of upstream's. */
    private static List<Problem> clashes(Overlay overlay, FileTree base, FileTree ci) {
        return ci.files().keySet().stream()
                .filter(base::contains)
                .map(path -> new Problem(
                        Location.of(overlay.file()),
                        "a template renders " + path + ", which the base has too",
                        "choose other providers for this package, or remove the file from its base"))
                .toList();
    }

    private static List<String> names(List<Scalar> written) {
        return written.stream().map(Scalar::text).toList();
    }
}
