package org.archirender.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ConsoleOptions.Format;
import org.archirender.cli.console.Counts;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.console.FailureText;
import org.archirender.cli.console.ProblemJson;
import org.archirender.cli.console.Progress;
import org.archirender.overlay.Overlay;
import org.archirender.problem.NotTriedException;
import org.archirender.publish.Forker;
import org.archirender.publish.Forker.Forked;
import org.archirender.workspace.Workspace;
import org.jspecify.annotations.Nullable;
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
    private WorkspaceOption workspaceOption = new WorkspaceOption();

    record Document(List<FeedstockJson> feedstocks) {}

    /** What was done and what was there already, or else why it failed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeedstockJson(
            String name,
            @Nullable List<String> done,
            @Nullable List<String> already,
            @Nullable List<ProblemJson> problems) {}

    @Override
    int run(Console console) throws InterruptedException {
        choice.check("archi-render fork");
        Workspace workspace = workspaceOption.open(console.surroundings());
        Forker forker = remote.remotes(console, workspace.port()).forker();
        List<String> chosen = choice.of(workspace);
        List<FeedstockJson> feedstocks = new ArrayList<>();
        List<String> notTried = new ArrayList<>();
        int exitCode = ExitCode.DONE;
        try (Progress progress = new Progress(console, chosen.size())) {
            for (String name : chosen) {
                try {
                    feedstocks.add(
                            fork(console, forker, workspace.feedstock(name).overlay()));
                } catch (NotTriedException shut) {
                    notTried.add(shut.server());
                    feedstocks.add(failed(name, shut));
                    line(console, name, "not tried: " + shut.server() + " did not let us in");
                } catch (RuntimeException failure) {
                    console.failed(name, failure);
                    feedstocks.add(failed(name, failure));
                    exitCode = Math.max(exitCode, FailureText.exitCode(failure));
                }
                progress.step(name);
            }
        }
        Counts.each(notTried.stream())
                .forEach((server, many) ->
                        console.failed(server, NotTriedException.of(Counts.of(Math.toIntExact(many), "feedstock"))));
        if (console.format() == Format.JSON) {
            console.json(new Document(feedstocks));
        }
        return exitCode;
    }

    private FeedstockJson fork(Console console, Forker forker, Overlay overlay) {
        String name = overlay.name();
        Forked forked = forker.fork(overlay, keepDefaultBranch);
        line(console, name, forked.done().isEmpty() ? "nothing to do" : String.join(", ", forked.done()));
        return new FeedstockJson(name, forked.done(), forked.already(), null);
    }

    private static FeedstockJson failed(String name, RuntimeException failure) {
        return new FeedstockJson(name, null, null, ProblemJson.of(FailureText.problems(failure)));
    }

    private static void line(Console console, String name, String what) {
        if (console.format() != Format.JSON) {
            console.print("%-20s %s".formatted(name, what));
        }
    }
}
