package org.archirender.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.console.Surroundings;
import org.archirender.cli.report.Outcome;
import org.archirender.cli.report.Outcome.State;
import org.archirender.cli.report.RunReport;
import org.archirender.cli.run.InOrder;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.render.Rendering;
import org.archirender.render.VariantRenderer;
import org.archirender.tree.TreeDiff;
import org.archirender.workspace.FeedstockFolder;
import org.archirender.workspace.TreeStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes the variant files of feedstocks that have no workspace. */
@Command(
        name = "rerender",
        sortOptions = false,
        description = {
            "Write the variant files of feedstocks that have no workspace.",
            "They are for one target, as 'conda smithy rerender' would write them.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  archi-render rerender ~/zlib-feedstock --pinnings conda_build_config.yaml",
            "  archi-render rerender */ --pinnings p.yaml --target linux-ppc64le --output x",
            "",
            "Reads recipe/, conda-forge.yml and .ci_support/migrations/ of each feedstock,",
            "and migrations/ beside the pinnings. Writes .ci_support/TARGET_*.yaml; stale",
            "ones of that target go, other files stay."
        })
final class RerenderCommand extends ConsoleCommand {
    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Feedstocks.")
    private List<String> directories = List.of();

    @Option(names = "--pinnings", required = true, paramLabel = "FILE", description = "A conda_build_config.yaml.")
    private String pinnings = "";

    @Mixin
    private TargetOption target = new TargetOption();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Write to DIR/FEEDSTOCK/.ci_support/ and leave the feedstocks alone.")
    private @Nullable String output;

    @Mixin
    private JobsOption jobs = new JobsOption();

    @Override
    int run(Console console) throws InterruptedException {
        VariantRenderer renderer = target.renderer(console, pinnings);
        TreeStore store = new TreeStore();
        console.surroundings().whenStopped(store::close);
        List<Supplier<Outcome>> tasks = new ArrayList<>();
        places(console.surroundings()).forEach((to, from) -> tasks.add(() -> rerender(renderer, from, to, store)));
        List<Outcome> outcomes = InOrder.run(console, tasks, Outcome::name, jobs.count());
        RunReport.of(console, false, Optional.empty(), "").show(outcomes);
        return outcomes.stream().mapToInt(Outcome::exitCode).max().orElse(ExitCode.DONE);
    }

    /** The feedstock in {@code from}, its files written below {@code to}. */
    private static Outcome rerender(VariantRenderer renderer, Path from, Path to, TreeStore store) {
        String name = String.valueOf(from.getFileName());
        return Outcome.guarded(name, to.toString(), () -> {
            Rendering rendering = renderer.render(name, new FeedstockFolder(from).inputs());
            TreeDiff changes = new FeedstockFolder(to).replaceVariants(renderer.target(), rendering.tree(), store);
            State state = changes.isEmpty() ? State.UNCHANGED : State.WRITTEN;
            return Outcome.of(name, to.toString(), state, Optional.of(rendering), changes, "");
        });
    }

    /** Where each feedstock is written, and where it is read. */
    private Map<Path, Path> places(Surroundings surroundings) {
        Map<Path, Path> places = new LinkedHashMap<>();
        for (String given : directories) {
            Path from = surroundings.path(given);
            Path name = from.getFileName();
            Path to = output == null ? from : surroundings.path(output).resolve(String.valueOf(name));
            if (places.putIfAbsent(to, from) != null) {
                throw new InputException(
                        Location.of(given),
                        "another feedstock is written to " + to + " already",
                        "give each feedstock once, those of equal names with an --output each");
            }
        }
        return places;
    }
}
