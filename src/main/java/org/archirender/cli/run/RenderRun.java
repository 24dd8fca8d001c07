package org.archirender.cli.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import org.archirender.cli.console.Console;
import org.archirender.cli.report.Outcome;
import org.archirender.cli.report.Outcome.State;
import org.archirender.publish.Delivery;
import org.archirender.render.Feedstock;
import org.archirender.render.Renderer;
import org.archirender.render.Rendering;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeDiff;
import org.archirender.workspace.ControlFiles;
import org.archirender.workspace.TreeStore;
import org.archirender.workspace.Workspace;

/**
 * One run over feedstocks: each is rendered, compared with the disk, written and delivered, as far as is asked for. All
 * are tried whatever becomes of the others, several at a time; they are reported in the order of their names.
 */
public final class RenderRun {
    private final Workspace workspace;
    private final Renderer renderer;
    private final Optional<TreeStore> store;
    private final Optional<Delivery> delivery;
    private final boolean compares;
    private final NavigableSet<String> chosen = new ConcurrentSkipListSet<>();
    private final NavigableSet<String> read = new ConcurrentSkipListSet<>();

    /**
     * @param store where to write what differs from rendered/; empty to write nothing
     * @param delivery what is done besides; empty for nothing
     * @param compares whether rendered/ is read at all
     */
    public RenderRun(
            Workspace workspace,
            Renderer renderer,
            Optional<TreeStore> store,
            Optional<Delivery> delivery,
            boolean compares) {
        this.workspace = workspace;
        this.renderer = renderer;
        this.store = store;
        this.delivery = delivery;
        this.compares = compares;
    }

    /**
     * Renders {@code names}.
     *
     * @param everything whether these are all packages, so that what belongs to none of them is done too: the port's own
     *     files, and renderings of packages that are gone
     * @param jobs how many at a time
     */
    public List<Outcome> run(Console console, List<String> names, boolean everything, int jobs)
            throws InterruptedException {
        List<Supplier<Outcome>> tasks = new ArrayList<>();
        names.forEach(name -> {
            Path folder = workspace.renderedFolder(name);
            tasks.add(() -> feedstock(name, folder));
        });
        if (everything) {
            workspace.renderedPackages().stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> tasks.add(() -> gone(name, "no overlay any more")));
        }
        List<Outcome> outcomes = InOrder.run(console, tasks, Outcome::name, jobs);
        if (everything) {
            outcomes.add(port(names));
        }
        return outcomes;
    }

    private Outcome feedstock(String name, Path folder) {
        return guarded(name, folder, () -> {
            Feedstock feedstock = workspace.feedstock(name);
            feedstock.overlay().providers().ifPresent(chosen::addAll);
            read.add(name);
            return render(feedstock, folder);
        });
    }

    /**
     * What becomes of one whose inputs are not, or not yet, those on disk.
     *
     * @param folder below rendered/
     */
    Outcome render(Feedstock feedstock, Path folder) {
        String name = feedstock.name();
        return guarded(name, folder, () -> {
            if (feedstock.overlay().skip().isPresent()) {
                return gone(name, feedstock.overlay().skip().get());
            }
            Rendering rendering = renderer.render(feedstock);
            if (!rendering.problems().isEmpty()) {
                return Outcome.failed(name, relative(folder), rendering);
            }
            Outcome settled = settle(name, folder, Optional.of(rendering), ControlFiles.inert(rendering.tree()));
            return delivery.map(further -> settled.with(further.deliver(feedstock, rendering)))
                    .orElse(settled);
        });
    }

    /** The port's own files depend on what every overlay chooses, so one that can't be read leaves them as they are. */
    private Outcome port(List<String> names) {
        Path folder = workspace.renderedPort();
        if (!read.containsAll(names)) {
            return Outcome.of(
                    Outcome.PORT,
                    relative(folder),
                    State.SKIPPED,
                    Optional.empty(),
                    TreeDiff.NONE,
                    "waits for the packages that can't be read");
        }
        return guarded(
                Outcome.PORT,
                folder,
                () -> settle(Outcome.PORT, folder, Optional.empty(), renderer.renderPort(chosen)));
    }

    /** A package that renders nothing, of which a rendering may still lie around. */
    private Outcome gone(String name, String why) {
        Path folder = workspace.renderedFolder(name);
        return guarded(name, folder, () -> {
            Outcome outcome = settle(name, folder, Optional.empty(), FileTree.empty());
            State state = switch (outcome.state()) {
                case UNCHANGED -> State.SKIPPED;
                case WRITTEN -> State.REMOVED;
                default -> outcome.state();
            };
            return Outcome.of(name, outcome.folder(), state, Optional.empty(), outcome.changes(), why);
        });
    }

    private Outcome settle(String name, Path folder, Optional<Rendering> rendering, FileTree tree) {
        TreeDiff changes = compares ? TreeDiff.between(workspace.onDisk(folder), tree) : TreeDiff.NONE;
        if (!changes.isEmpty()) {
            store.ifPresent(writing -> writing.replace(folder, tree));
        }
        State moved = store.isPresent() ? State.WRITTEN : State.STALE;
        return Outcome.of(name, relative(folder), changes.isEmpty() ? State.UNCHANGED : moved, rendering, changes, "");
    }

    private Outcome guarded(String name, Path folder, Supplier<Outcome> work) {
        return Outcome.guarded(name, relative(folder), work);
    }

    private String relative(Path folder) {
        return workspace.root().relativize(folder).toString().replace('\\', '/');
    }
}
