package org.archirender.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ConsoleOptions.Format;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.console.FailureText;
import org.archirender.cli.console.GithubAnnotation;
import org.archirender.cli.console.JsonDocument;
import org.archirender.cli.console.Progress;
import org.archirender.cli.console.Surroundings;
import org.archirender.conda.FeedstockLayout;
import org.archirender.publish.Forker;
import org.archirender.publish.Forker.Forked;
import org.archirender.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the feedstocks of the port's own organisation on GitHub. */
@Command(
        name = "fork",
        sortOptions = false,
        description = {
            "Make the port's own feedstocks on GitHub, forked from upstream.",
            "The port's branch is made from upstream's default branch and becomes the",
            "default. What is done already is left as it is: it is safe to run again.",
            ""
        },
        footer = {
            "%nExamples:",
            "  archi-render fork zlib numpy         two feedstocks",
            "  archi-render fork --all              every package of the workspace"
        })
final class ForkCommand extends ConsoleCommand {
    @Mixin
    private PackageChoice choice = new PackageChoice();

    @Option(names = "--keep-default-branch", description = "Leave the fork's default branch as it is.")
    private boolean keepDefaultBranch;

    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    ForkCommand(Surroundings here) {
        super(here);
    }

    @Override
    int run(Console console) throws InterruptedException {
        choice.check("archi-render fork");
        Workspace place = workspace.open(here());
        Forker forker = remote.remotes(console).forker(place.port());
        List<String> chosen = choice.of(place);
        List<Map<String, Object>> told = new ArrayList<>();
        int exitCode = ExitCode.DONE;
        try (Progress progress = Progress.of(console, chosen.size())) {
            for (String name : chosen) {
                exitCode = Math.max(exitCode, fork(console, forker, name, told));
                progress.step(name);
            }
        }
        if (console.format() == Format.JSON) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("feedstocks", told);
            console.print(document);
        }
        return exitCode;
    }

    private int fork(Console console, Forker forker, String name, List<Map<String, Object>> told) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", name);
        told.add(keys);
        try {
            Forked forked = forker.fork(FeedstockLayout.repository(name), keepDefaultBranch);
            keys.put("done", forked.done());
            keys.put("already", forked.already());
            if (console.format() != Format.JSON) {
                String what = forked.done().isEmpty() ? "nothing to do" : String.join(", ", forked.done());
                console.print("%-20s %s".formatted(name, what));
            }
            return ExitCode.DONE;
        } catch (RuntimeException failure) {
            keys.put("problems", JsonDocument.problems(FailureText.problems(failure)));
            if (console.format() == Format.GITHUB) {
                console.print(GithubAnnotation.error(name, FailureText.problems(failure)));
            }
            console.error(name, failure);
            return Console.exitCode(failure);
        }
    }
}
