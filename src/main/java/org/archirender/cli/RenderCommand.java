package org.archirender.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.report.Diff;
import org.archirender.cli.report.Outcome;
import org.archirender.cli.report.Outcome.State;
import org.archirender.cli.report.RunReport;
import org.archirender.cli.run.RenderRun;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.publish.Deliveries;
import org.archirender.publish.Delivery;
import org.archirender.publish.PublishGate;
import org.archirender.publish.Remotes;
import org.archirender.render.Renderer;
import org.archirender.tree.FileTree;
import org.archirender.workspace.TreeStore;
import org.archirender.workspace.Workspace;
import org.archirender.workspace.WorkspaceLock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Renders feedstocks into rendered/, or checks that they are what the inputs give. */
@Command(
        name = "archi-render",
        sortOptions = false,
        description = {
            "Renders conda-forge feedstocks for another processor: base + overlay + pinnings + templates.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  archi-render --all                   render every package into rendered/",
            "  archi-render zlib numpy --diff       render two, show what changed",
            "  archi-render --all --check           in CI: exit 1 where rendered/ is stale",
            "  archi-render --all --push            bring each feedstock's remote up to date",
            "  archi-render --all --pull-request    the same, for people to merge",
            "  archi-render status                  how far each feedstock's remote is",
            "  archi-render explain numpy           why its files are what they are",
            "  archi-render init zlib --from https://github.com/conda-forge/zlib-feedstock",
            "",
            "Exit codes: 0 done, in sync; 1 stale (--check) or written (--exit-code);",
            "2 input is wrong; 3 repository, network or disk; 70 a bug."
        })
final class RenderCommand extends ConsoleCommand {
    @Mixin
    private PackageChoice choice = new PackageChoice();

    @Option(names = "--check", description = "Write nothing; exit 1 where rendered/ is not what the inputs give.")
    private boolean check;

    @Option(
            names = "--diff",
            paramLabel = "full",
            description = "Show what changes, 50 lines a file and 10 files at most; all of it with --diff=full.")
    private @Nullable Diff diff;

    @Option(names = "--exit-code", description = "Exit 1 if anything was written, for hooks.")
    private boolean exitCode;

    @Option(
            names = "--commit",
            description = "Also commit each feedstock to the port's branch, in work/NAME-feedstock.git.")
    private boolean commit;

    @Option(names = "--push", description = "Also commit to the port's branch of each feedstock's remote, and push.")
    private boolean push;

    @Option(
            names = "--pull-request",
            description =
                    "Push to archi-render/NAME instead, and keep one pull request from there to the port's branch.")
    private boolean pullRequest;

    @Option(names = "--dry-run", description = "With --push: say what would be pushed, and push nothing.")
    private boolean dryRun;

    @Option(names = "--limit", paramLabel = "N", description = "With --push: push at most N feedstocks in this run.")
    private @Nullable Integer limit;

    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Mixin
    private WorkspaceOption workspaceOption = new WorkspaceOption();

    @Override
    int run(Console console) throws InterruptedException {
        choice.check("archi-render");
        refuseContradictions();
        Workspace workspace = workspaceOption.open(console.surroundings());
        choice.refuseMistyped(Commands.NAMES, workspace);
        return check ? render(console, workspace, Optional.empty()) : write(console, workspace);
    }

    private void refuseContradictions() {
        boolean publish = push || pullRequest;
        if (check && (commit || publish)) {
            throw new InputException(
                    Location.of("command line"),
                    "--check and " + (commit ? "--commit" : push ? "--push" : "--pull-request"),
                    "--check writes nothing: give one or the other");
        }
        if (push && pullRequest) {
            throw new InputException(Location.of("command line"), "--push and --pull-request", "give one or the other");
        }
        if (limit != null && limit < 1) {
            throw new InputException(
                    Location.of("command line"), "--limit " + limit, "give 1 or more, or --dry-run to push nothing");
        }
        if (!publish && (dryRun || limit != null)) {
            throw new InputException(
                    Location.of("command line"), (dryRun ? "--dry-run" : "--limit") + " without --push", "add --push");
        }
    }

    private Optional<Delivery> delivery(Workspace workspace, Console console) {
        if (push || pullRequest) {
            Remotes remotes = remote.remotes(console, workspace.port());
            PublishGate gate =
                    dryRun ? PublishGate.dryRun() : PublishGate.of(limit == null ? Integer.MAX_VALUE : limit);
            Deliveries deliveries = deliveries(workspace);
            return Optional.of(pullRequest ? deliveries.propose(remotes, gate) : deliveries.push(remotes, gate));
        }
        return commit ? Optional.of(deliveries(workspace).commit()) : Optional.empty();
    }

    /** Who publishes what is not in the workspace's history keeps others from publishing the same. */
    private static Optional<Problem> uncommitted(Workspace workspace, List<String> chosen) {
        List<String> inputs = new ArrayList<>(List.of(Workspace.PORT, "pinnings.yaml", "migrations", "templates"));
        chosen.forEach(name -> inputs.add("overlays/" + name));
        SortedSet<String> files = Deliveries.uncommitted(workspace.root(), inputs);
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        Location.of(files.first()),
                        "is not committed" + (files.size() > 1 ? ", and " + (files.size() - 1) + " more" : "")
                                + ": what is published is not in this workspace's history",
                        "commit it and share it, so that others publish the same"));
    }

    /** The ways to publish the renderings of {@code workspace}. */
    static Deliveries deliveries(Workspace workspace) {
        FileTree shared = workspace.sharedInputs();
        return new Deliveries(workspace.port(), name -> workspace.inputDigest(shared, name), workspace.workFolder());
    }

    private int write(Console console, Workspace workspace) throws InterruptedException {
        TreeStore store = new TreeStore();
        WorkspaceLock lock = WorkspaceLock.take(workspace.workFolder());
        try (lock) {
            console.surroundings().whenStopped(store::close);
            workspace.recover(store);
            return render(console, workspace, Optional.of(store));
        }
    }

    private int render(Console console, Workspace workspace, Optional<TreeStore> store) throws InterruptedException {
        List<String> chosen = choice.of(workspace);
        Renderer renderer = workspace.renderer();
        workspace.pinningsTraps().forEach(console::warning);
        Optional<Delivery> delivery = delivery(workspace, console);
        if (push || pullRequest) {
            uncommitted(workspace, chosen).ifPresent(console::warning);
        }
        List<Outcome> outcomes = new RenderRun(workspace, renderer, store, delivery, true)
                .run(console, chosen, choice.isAll(), jobs.count());
        RunReport.of(console, check, Optional.ofNullable(diff), "archi-render" + workspaceOption.asTyped())
                .tell(console, outcomes);
        return outcomes.stream().mapToInt(this::exitCode).max().orElse(ExitCode.DONE);
    }

    private int exitCode(Outcome outcome) {
        boolean written = outcome.state() == State.WRITTEN || outcome.state() == State.REMOVED;
        return written && exitCode ? ExitCode.DRIFT : outcome.exitCode();
    }
}
