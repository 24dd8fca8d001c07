package org.archirender.cli.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.archirender.cli.console.Console;
import org.archirender.cli.report.Outcome;
import org.archirender.cli.report.UpdateOutcome;
import org.archirender.overlay.Overlay;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.render.Feedstock;
import org.archirender.render.NewOverlay.Upstream;
import org.archirender.render.Port;
import org.archirender.render.Renderer;
import org.archirender.sync.Standing.News;
import org.archirender.sync.Update;
import org.archirender.tree.FileTree;
import org.archirender.workspace.ControlFiles;
import org.archirender.workspace.TreeStore;
import org.archirender.workspace.Workspace;

/**
 * One run over packages that are to stand on what upstream has by now. A package is rendered on its new base before
 * anything of it is written, and its rendering is written before its overlay: a run that is killed in between is done
 * again by the next one, which finds the old base.
 */
public final class UpdateRun {
    private final Workspace workspace;
    private final Port port;
    private final Renderer renderer;
    private final Newer newer;
    private final Wishes wishes;
    private final Optional<TreeStore> store;

    /** Where newer bases come from. */
    @FunctionalInterface
    public interface Newer {
        /** What {@code overlay} is to stand on; empty where it does. */
        Optional<Upstream> than(Overlay overlay, Overlay.Base base);
    }

    /**
     * What the user wants.
     *
     * @param prune whether edits go of which the news is good
     * @param restore whether what was changed by hand in base/ goes
     * @param take whether a package moves whose edits do not all fit
     * @param today for edits that end on a day
     */
    public record Wishes(boolean prune, boolean restore, boolean take, LocalDate today) {}

    /** @param store where to write what moves; empty to write nothing */
    public UpdateRun(Workspace workspace, Renderer renderer, Newer newer, Wishes wishes, Optional<TreeStore> store) {
        this.workspace = workspace;
        this.port = workspace.port();
        this.renderer = renderer;
        this.newer = newer;
        this.wishes = wishes;
        this.store = store;
    }

    /** What becomes of {@code names}, {@code jobs} at a time, in their order. */
    public List<UpdateOutcome> run(Console console, List<String> names, int jobs) throws InterruptedException {
        List<Supplier<UpdateOutcome>> tasks = names.stream()
                .<Supplier<UpdateOutcome>>map(name -> () -> UpdateOutcome.guarded(name, () -> update(name)))
                .toList();
        return InOrder.run(console, tasks, UpdateOutcome::name, jobs);
    }

    private UpdateOutcome update(String name) {
        FileTree inputs = workspace.inputs(name);
        Feedstock feedstock = Workspace.feedstock(name, inputs);
        Overlay overlay = feedstock.overlay();
        Overlay.Base base = overlay.base()
                .orElseThrow(() -> new InputException(
                        Location.of(overlay.file()),
                        "has no 'base', so nobody knows where its upstream is",
                        "add 'base: {repo: OWNER/NAME}', or take the package out and run: archi-render init " + name));
        Optional<Upstream> upstream = newer.than(overlay, base);
        if (upstream.isEmpty()) {
            return UpdateOutcome.current(name, base);
        }
        Update update = Update.of(feedstock, inputs, port, upstream.get(), wishes.today());
        Optional<Problem> changed = feedstock.changedBase();
        if (changed.isPresent() && !wishes.restore() && !wishes.take()) {
            throw new InputException(List.of(changed.get()));
        }
        FileTree moved = update.tree(wishes.prune());
        if (moved.equals(inputs)) {
            return UpdateOutcome.current(name, base);
        }
        boolean fits = update.news() == News.FITS || (update.news() == News.GOOD && wishes.prune());
        return fits || wishes.take() ? move(name, update, moved) : UpdateOutcome.told(update);
    }

    private UpdateOutcome move(String name, Update update, FileTree moved) {
        Path folder = workspace.renderedFolder(name);
        Outcome rendered = new RenderRun(workspace, renderer, store, Optional.empty(), true)
                .render(Workspace.feedstock(name, moved), folder);
        boolean renders = rendered.failure().isEmpty();
        boolean takes = renders || (wishes.take() && rendered.rendering().isPresent());
        if (takes) {
            store.ifPresent(writing -> writing.replace(workspace.overlayFolder(name), ControlFiles.inert(moved)));
        }
        return UpdateOutcome.moved(update, rendered, takes && store.isPresent());
    }
}
