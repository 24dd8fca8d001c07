package org.archirender.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.report.Diff;
import org.archirender.cli.report.UpdateOutcome;
import org.archirender.cli.report.UpdateReport;
import org.archirender.cli.run.UpdateRun;
import org.archirender.cli.run.UpdateRun.Wishes;
import org.archirender.overlay.Overlay;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.publish.Remotes;
import org.archirender.publish.UpstreamFeedstock;
import org.archirender.render.NewOverlay.Upstream;
import org.archirender.render.Port;
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
            "A package moves, and is rendered, where each edit takes away what it took at",
            "the old base. Of the others nothing is written, and it is told who has to act.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  archi-render update --all --check       what moved, and who has to act",
            "  archi-render update --all --prune       drop edits that upstream has, too",
            "  archi-render update --all --check --format markdown > body.md",
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

    @Option(
            names = "--diff",
            paramLabel = "full",
            description = "Show what changes in rendered/, 50 lines a file and 10 files at most; all with --diff=full.")
    private @Nullable Diff diff;

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Mixin
    private WorkspaceOption workspaceOption = new WorkspaceOption();

    @Override
    boolean hasMarkdown() {
        return true;
    }

    @Override
    int run(Console console) throws InterruptedException {
        choice.check("archi-render update");
        Workspace workspace = workspaceOption.open(console.surroundings());
        return check ? update(console, workspace, Optional.empty()) : write(console, workspace);
    }

    private int write(Console console, Workspace workspace) throws InterruptedException {
        TreeStore store = new TreeStore();
        WorkspaceLock lock = WorkspaceLock.take(workspace.workFolder());
        try (lock) {
            console.surroundings().whenStopped(store::close);
            workspace.recover(store);
            return update(console, workspace, Optional.of(store));
        }
    }

    private int update(Console console, Workspace workspace, Optional<TreeStore> store) throws InterruptedException {
        Port port = workspace.port();
        Remotes remotes = remote.remotes(console, port);
        UpdateRun run = new UpdateRun(
                workspace,
                workspace.renderer(),
                (overlay, base) -> newer(port, overlay, base, remotes),
                new Wishes(prune, RECORDED.equals(to), take, LocalDate.now(ZoneOffset.UTC)),
                store);
        List<UpdateOutcome> outcomes = run.run(console, choice.of(workspace), jobs.count());
        new UpdateReport(console, "archi-render update" + workspaceOption.asTyped())
                .tell(outcomes, Optional.ofNullable(diff));
        return outcomes.stream()
                .mapToInt(outcome -> outcome.exitCode(check))
                .max()
                .orElse(ExitCode.DONE);
    }

    private Optional<Upstream> newer(Port port, Overlay overlay, Overlay.Base base, Remotes remotes) {
        boolean recorded = RECORDED.equals(to);
        Optional<String> rev = recorded ? base.commit() : Optional.ofNullable(to);
        if (recorded && rev.isEmpty()) {
            throw new InputException(
                    Location.of(overlay.file()),
                    "'base' has no 'commit', so there is none to vendor",
                    "run: archi-render update " + overlay.name());
        }
        return UpstreamFeedstock.newer(
                        address(port, overlay.name(), base),
                        remotes,
                        overlay.name(),
                        rev,
                        recorded ? Optional.empty() : base.commit())
                .map(newer -> new Upstream(newer.address(), Optional.of(newer.commit()), newer.files()));
    }

    private String address(Port port, String name, Overlay.Base base) {
        return Optional.ofNullable(from)
                .map(template -> template.replace("{name}", name))
                .orElseGet(() -> UpstreamFeedstock.address(port, name, Optional.of(base.repo())));
    }
}
