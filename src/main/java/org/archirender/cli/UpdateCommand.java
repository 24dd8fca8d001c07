package org.archirender.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.report.UpdateOutcome;
import org.archirender.cli.report.UpdateReport;
import org.archirender.conda.FeedstockLayout;
import org.archirender.overlay.Overlay;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.publish.Remotes;
import org.archirender.publish.UpstreamFeedstock;
import org.archirender.render.Feedstock;
import org.archirender.render.NewOverlay.Upstream;
import org.archirender.render.Port;
import org.archirender.sync.Standing.News;
import org.archirender.sync.Update;
import org.archirender.tree.FileTree;
import org.archirender.workspace.ControlFiles;
import org.archirender.workspace.TreeStore;
import org.archirender.workspace.Workspace;
import org.archirender.workspace.WorkspaceLock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves packages onto what upstream has by now. */
@Command(
        name = "update",
        sortOptions = false,
        description = {
            "Move packages onto what upstream has by now.",
            "A package moves where each edit takes away what it took at the old base.",
            "Of the others nothing is written, and it is told who has to act.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  archi-render update --all --check       what moved, and who has to act",
            "  archi-render update --all --prune       drop edits that upstream has, too",
            "  archi-render update zlib --to v1.3.1    a branch, tag or commit",
            "  archi-render update --all --to base     vendor the recorded commits",
            "",
            "Exit codes: 0 up to date or moved; 1 with --check, where something moved;",
            "2 an edit needs you; 3 a repository or the network."
        })
final class UpdateCommand extends ConsoleCommand {
    private static final String RECORDED = "base";

    @Mixin
    private PackageChoice choice = new PackageChoice();

    @Option(
            names = "--to",
            paramLabel = "REV",
            description = "A branch, tag or commit instead of the default branch; 'base': the commit in overlay.yaml.")
    private @Nullable String to;

    @Option(
            names = "--from",
            paramLabel = "URL",
            description = "Another repository to take it from, a mirror or a fork; {name} is the package.")
    private @Nullable String from;

    @Option(names = "--check", description = "Write nothing; exit 1 where upstream moved, 2 where an edit needs you.")
    private boolean check;

    @Option(names = "--prune", description = "Drop edits that upstream has by now, and those whose time is over.")
    private boolean prune;

    @Option(names = "--take", description = "Move even where edits do not fit; rendering then names them one by one.")
    private boolean take;

    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Mixin
    private WorkspaceOption workspaceOption = new WorkspaceOption();

    @Override
    int run(Console console) {
        choice.check("archi-render update");
        Workspace workspace = workspaceOption.open(console.surroundings());
        Remotes remotes = remote.remotes(console, workspace.port());
        List<UpdateOutcome> outcomes = new ArrayList<>();
        WorkspaceLock lock = WorkspaceLock.take(workspace.workFolder());
        try (lock) {
            for (String name : choice.of(workspace)) {
                outcomes.add(UpdateOutcome.guarded(name, () -> update(workspace, name, remotes)));
            }
        }
        new UpdateReport(console, check).tell(outcomes);
        return outcomes.stream()
                .mapToInt(outcome -> outcome.exitCode(check))
                .max()
                .orElse(ExitCode.DONE);
    }

    private UpdateOutcome update(Workspace workspace, String name, Remotes remotes) {
        Feedstock feedstock = workspace.feedstock(name);
        Port port = workspace.port();
        Overlay.Base base = feedstock
                .overlay()
                .base()
                .orElseThrow(() -> new InputException(
                        Location.of(feedstock.overlay().file()),
                        "has no 'base', so nobody knows where its upstream is",
                        "add 'base: {repo: %s/%s}'".formatted(port.upstreamOrg(), FeedstockLayout.repository(name))));
        Optional<UpstreamFeedstock> newer = fetch(name, base, remotes);
        if (newer.isEmpty()) {
            return UpdateOutcome.current(name, base);
        }
        Upstream upstream = new Upstream(
                newer.get().address(),
                Optional.of(newer.get().commit()),
                newer.get().files());
        Update update = Update.of(feedstock, workspace.inputs(name), port, upstream, LocalDate.now(ZoneOffset.UTC));
        FileTree moved = update.tree(prune);
        if (moved.equals(workspace.inputs(name))) {
            return UpdateOutcome.current(name, base);
        }
        boolean moves = update.news() == News.FITS || (update.news() == News.GOOD && prune) || take;
        if (moves && !check) {
            new TreeStore().replace(workspace.overlayFolder(name), ControlFiles.inert(moved));
        }
        return UpdateOutcome.moved(update, moves && !check);
    }

    private Optional<UpstreamFeedstock> fetch(String name, Overlay.Base base, Remotes remotes) {
        boolean recorded = RECORDED.equals(to);
        Optional<String> rev = recorded ? base.commit() : Optional.ofNullable(to);
        if (recorded && rev.isEmpty()) {
            throw new InputException(
                    Location.of("overlays/" + name + "/overlay.yaml"),
                    "'base' has no 'commit', so there is none to vendor",
                    "run: archi-render update " + name);
        }
        return UpstreamFeedstock.newer(
                address(name, base), remotes, name, rev, recorded ? Optional.empty() : base.commit());
    }

    private String address(String name, Overlay.Base base) {
        return Optional.ofNullable(from)
                .map(template -> template.replace("{name}", name))
                .orElseGet(() -> base.repo().contains(":") || base.repo().startsWith("/")
                        ? base.repo()
                        : "https://github.com/" + base.repo());
    }
}
