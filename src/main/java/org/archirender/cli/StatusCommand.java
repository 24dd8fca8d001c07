package org.archirender.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.Console.Style;
import org.archirender.cli.console.ConsoleOptions.Format;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.console.FailureText;
import org.archirender.cli.console.GithubAnnotation;
import org.archirender.cli.console.InOrder;
import org.archirender.cli.console.Progress;
import org.archirender.cli.console.Surroundings;
import org.archirender.cli.report.FeedstockStatus;
import org.archirender.problem.InputException;
import org.archirender.publish.Delivery;
import org.archirender.render.Feedstock;
import org.archirender.render.Renderer;
import org.archirender.render.Rendering;
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
    private WorkspaceOption workspace = new WorkspaceOption();

    StatusCommand(Surroundings here) {
        super(here);
    }

    @Override
    int run(Console console) throws InterruptedException {
        Workspace place = workspace.open(here());
        List<String> chosen = names.isEmpty()
                ? place.packages()
                : names.stream().distinct().sorted().toList();
        List<FeedstockStatus> statuses;
        WorkspaceLock lock = WorkspaceLock.take(place.workFolder());
        try (lock;
                Progress progress = Progress.of(console, chosen.size())) {
            Look look = look(place, console);
            List<Supplier<FeedstockStatus>> tasks = new ArrayList<>();
            chosen.forEach(name -> tasks.add(() -> look.at(name)));
            statuses = InOrder.run(tasks, jobs.count(), status -> progress.step(status.name()));
        }
        show(console, statuses);
        return statuses.stream().mapToInt(FeedstockStatus::exitCode).max().orElse(ExitCode.DONE);
    }

    private Look look(Workspace place, Console console) {
        Delivery delivery = RenderCommand.deliveries(place).look(remote.remotes(console));
        return new Look(place, place.renderer(), delivery);
    }

    /** Renders a feedstock in memory and compares that with its remote. */
    private record Look(Workspace place, Renderer renderer, Delivery delivery) {
        FeedstockStatus at(String name) {
            try {
                Feedstock feedstock = place.feedstock(name);
                Optional<String> skip = feedstock.overlay().skip();
                if (skip.isPresent()) {
                    return FeedstockStatus.skipped(name, skip.get());
                }
                Rendering rendering = renderer.render(feedstock);
                if (!rendering.problems().isEmpty()) {
                    return FeedstockStatus.failed(name, new InputException(rendering.problems()));
                }
                return FeedstockStatus.of(name, delivery.deliver(feedstock, rendering));
            } catch (Throwable failure) { // one feedstock's failure, even a bug's, is not the others'
                return FeedstockStatus.failed(name, failure);
            }
        }
    }

    private static void show(Console console, List<FeedstockStatus> statuses) {
        Map<String, Long> counts = statuses.stream()
                .collect(Collectors.groupingBy(FeedstockStatus::state, TreeMap::new, Collectors.counting()));
        if (console.format() == Format.JSON) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put(
                    "feedstocks",
                    statuses.stream().map(FeedstockStatus::document).toList());
            document.put("summary", counts);
            console.print(document);
            return;
        }
        for (FeedstockStatus status : statuses) {
            if (!(status.isCalm() && console.quiet())) {
                console.print(line(console, status));
            }
            status.failure().ifPresent(failure -> failed(console, status, failure));
        }
        console.print(
                counts.isEmpty()
                        ? "no packages"
                        : counts.entrySet().stream()
                                .map(count -> count.getValue() + " " + count.getKey())
                                .collect(Collectors.joining(", ")));
    }

    private static String line(Console console, FeedstockStatus status) {
        Style bad = status.failure().isPresent() ? Style.BAD : Style.CHANGED;
        Style style = status.isCalm() ? Style.QUIET : bad;
        return ("%-20s ".formatted(status.name())
                        + console.paint(style, "%-15s".formatted(status.state()))
                        + "  "
                        + status.text())
                .stripTrailing();
    }

    private static void failed(Console console, FeedstockStatus status, Throwable failure) {
        if (console.format() == Format.GITHUB) {
            console.print(GithubAnnotation.error(status.name(), FailureText.problems(failure)));
        } else if (failure instanceof InputException input) {
            console.problems(input.problems());
        } else {
            console.error(status.name(), failure);
        }
    }
}
