package org.archirender.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.report.Outcome;
import org.archirender.cli.report.PortDiffReport;
import org.archirender.cli.run.RenderRun;
import org.archirender.sync.PortDiff;
import org.archirender.tree.FileTree;
import org.archirender.workspace.CommittedInputs;
import org.archirender.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a change of the inputs means for all feedstocks. */
@Command(
        name = "diff",
        sortOptions = false,
        description = {
            "Say what changed inputs mean for all feedstocks.",
            "Equal changes are told once, with the feedstocks that have them: a template's",
            "line, a pin, a rule. It needs no rendered/, only the inputs' history in git.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  archi-render diff                     since the last commit",
            "  archi-render diff --since main        what this branch changes",
            "  archi-render diff --since HEAD~1 zlib",
            "",
            "Exit codes: 0 told; 2 an input or the revision is wrong."
        })
final class DiffCommand extends ConsoleCommand {
    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Packages; default: all of them.")
    private List<String> names = List.of();

    @Option(
            names = "--since",
            paramLabel = "REV",
            defaultValue = "HEAD",
            description = "A commit of the workspace's repository; default: ${DEFAULT-VALUE}.")
    private String since = "HEAD";

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private WorkspaceOption workspaceOption = new WorkspaceOption();

    @Override
    int run(Console console) throws InterruptedException {
        Workspace workspace = workspaceOption.open(console.surroundings());
        List<Outcome> failures = new ArrayList<>();
        SortedMap<String, FileTree> after = trees(workspace, console, failures);
        SortedMap<String, FileTree> before;
        CommittedInputs committed = CommittedInputs.of(workspace, since);
        try (committed) {
            before = trees(committed.workspace(), console, new ArrayList<>());
        }
        failures.forEach(failed -> before.remove(failed.name()));
        new PortDiffReport(console, since).tell(PortDiff.between(before, after));
        failures.forEach(failed -> failed.failure().ifPresent(failure -> console.failed(failed.name(), failure)));
        return failures.stream().mapToInt(Outcome::exitCode).max().orElse(ExitCode.DONE);
    }

    private SortedMap<String, FileTree> trees(Workspace workspace, Console console, List<Outcome> failures)
            throws InterruptedException {
        List<String> chosen = workspace.packages().stream()
                .filter(name -> names.isEmpty() || names.contains(name))
                .toList();
        SortedMap<String, FileTree> trees = new TreeMap<>();
        new RenderRun(workspace, workspace.renderer(), Optional.empty(), Optional.empty(), false)
                .run(console, chosen, false, jobs.count())
                .forEach(outcome -> {
                    if (outcome.failure().isPresent()) {
                        failures.add(outcome);
                    } else {
                        outcome.rendering().ifPresent(rendering -> trees.put(outcome.name(), rendering.tree()));
                    }
                });
        return trees;
    }
}
