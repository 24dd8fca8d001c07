package org.archirender.cli;

import java.util.List;
import java.util.Optional;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.report.Outcome;
import org.archirender.cli.report.StatusReport;
import org.archirender.cli.run.RenderRun;
import org.archirender.publish.Delivery;
import org.archirender.workspace.Workspace;
import org.archirender.workspace.WorkspaceLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Looks at the feedstocks' remotes and says how far each is; changes nothing there, nor in rendered/. */
@Command(
        name = "status",
        sortOptions = false,
        description = {
            "Show how far each feedstock's remote is.",
            "It is not forked, has no branch, is behind (with what would change), in sync,",
            "waiting for upstream's CI, or has commits by people. An open pull request is",
            "named. Changes nothing, neither here nor there.",
            ""
        },
        footer = {
            "%nExamples:",
            "  archi-render status                  every package of the workspace",
            "  archi-render status zlib --format json"
        })
final class StatusCommand extends ConsoleCommand {
    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Packages; default: all of them.")
    private List<String> names = List.of();

    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private WorkspaceOption workspaceOption = new WorkspaceOption();

    @Override
    int run(Console console) throws InterruptedException {
        Workspace workspace = workspaceOption.open(console.surroundings());
        List<String> chosen = names.isEmpty()
                ? workspace.packages()
                : names.stream().distinct().sorted().toList();
        List<Outcome> outcomes;
        WorkspaceLock lock = WorkspaceLock.take(workspace.workFolder());
        try (lock) {
            Optional<Delivery> look =
                    Optional.of(RenderCommand.deliveries(workspace).look(remote.remotes(console, workspace.port())));
            outcomes = new RenderRun(workspace, workspace.renderer(), Optional.empty(), look, false)
                    .run(console, chosen, false, jobs.count());
        }
        new StatusReport(console).tell(console, outcomes);
        return outcomes.stream().mapToInt(Outcome::exitCode).max().orElse(ExitCode.DONE);
    }
}
