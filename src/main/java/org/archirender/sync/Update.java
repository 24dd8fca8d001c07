package org.archirender.sync;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archirender.forge.ForgeConfig;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.PortNames;
import org.archirender.render.Feedstock;
import org.archirender.render.NewOverlay;
import org.archirender.render.NewOverlay.Upstream;
import org.archirender.render.Port;
import org.archirender.sync.BaseMove.Base;
import org.archirender.sync.Standing.News;
import org.archirender.tree.FileTree;
import org.archirender.tree.GitTreeId;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * A package that is to stand on another base.
 *
 * @param feedstock as it is
 * @param folder all that lies below overlays/NAME/
 * @param commit of the new base, where it is known
 * @param base the new one's files, as they are vendored
 * @param version there, where known
 * @param standings one an edit of the overlay; none where the files are the same
 */
public record Update(
        Feedstock feedstock,
        FileTree folder,
        Optional<String> commit,
        FileTree base,
        Optional<String> version,
        List<Standing> standings) {
    private static final String BASE = "base";
    private static final String OVERLAY = "overlay.yaml";

    /**
     * How {@code feedstock} stands on top of {@code upstream}.
     *
     * @param folder all that lies below overlays/NAME/
     * @param today for edits that end on a day
     * @throws org.archirender.problem.InputException where the files are no feedstock
     */
    public static Update of(Feedstock feedstock, FileTree folder, Port port, Upstream upstream, LocalDate today) {
        Overlay overlay = feedstock.overlay();
        NewOverlay vendored = NewOverlay.of(overlay.name(), port, upstream);
        Optional<String> version = vendored.version();
        List<Standing> standings = List.of();
        if (!vendored.base().equals(feedstock.base())) {
            Base from = new Base(recipe(feedstock.base()), overlay.base().flatMap(Overlay.Base::version));
            Base to = new Base(recipe(vendored.base()), version);
            standings = BaseMove.standings(
                    overlay.edits(), feedstock.files(), from, to, new PortNames(port.names()), today);
        }
        return new Update(feedstock, folder, upstream.commit(), vendored.base(), version, standings);
    }

    private static FileTree recipe(FileTree base) {
        return base.folder(ForgeConfig.recipeDir(base));
    }

    /** Who has to act: the worst that is said of any edit. */
    public News news() {
        return standings.stream().map(Standing::news).max(News::compareTo).orElse(News.FITS);
    }

    /**
     * The package's inputs on the new base, as they lie below overlays/NAME/.
     *
     * @param prune whether edits go of which the news is good
     */
    public FileTree tree(boolean prune) {
        List<Integer> served = IntStream.range(0, standings.size())
                .filter(edit -> prune && standings.get(edit).news() == News.GOOD)
                .boxed()
                .toList();
        String text = folder.text(OVERLAY, feedstock.overlay().file());
        String changed = new OverlayText(text)
                .without(served)
                .withBase(commit, version, commit.map(id -> GitTreeId.of(base)))
                .text();
        FileTree others = FileTree.empty();
        for (TreePath path : folder.files().keySet()) {
            others = path.isUnder(BASE)
                    ? others
                    : others.with(path, folder.files().get(path));
        }
        return others.with(base.under(BASE)).with(TreePath.of(OVERLAY), TreeFile.of(changed));
    }
}
