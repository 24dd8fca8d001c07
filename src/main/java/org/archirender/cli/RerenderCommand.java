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
import org.archirender.cli.console.InOrder;
import org.archirender.cli.console.Progress;
import org.archirender.cli.console.Surroundings;
import org.archirender.cli.report.Outcome;
import org.archirender.cli.report.RunReport;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.workspace.PinningsFile;
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

    @Option(names = "--target", paramLabel = "SUBDIR", description = "What to build for; default: linux-aarch64.")
    private String target = "linux-aarch64";

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Write to DIR/FEEDSTOCK/.ci_support/ and leave the feedstocks alone.")
    private @Nullable String output;

    @Mixin
    private JobsOption jobs = new JobsOption();

    RerenderCommand(Surroundings here) {
        super(here);
    }

    @Override
    int run(Console console) throws InterruptedException {
        Path file = here().directory().resolve(pinnings).normalize();
        TreeStore store = new TreeStore();
        here().whenStopped(store::close);
        Rerendering rerendering = new Rerendering(PinningsFile.read(file, pinnings), platform(), store);
        List<Supplier<Outcome>> tasks = new ArrayList<>();
        places().forEach((to, from) -> tasks.add(() -> rerendering.run(from, to)));
        List<Outcome> outcomes;
        try (Progress progress = Progress.of(console, tasks.size())) {
            outcomes = InOrder.run(tasks, jobs.count(), outcome -> progress.step(outcome.name()));
        }
        RunReport.of(console, false, Optional.empty(), "").show(outcomes);
        return outcomes.stream().mapToInt(Outcome::exitCode).max().orElse(ExitCode.DONE);
    }

    /** Where each feedstock is written, and where it is read. */
    private Map<Path, Path> places() {
        Map<Path, Path> places = new LinkedHashMap<>();
        for (String directory : directories) {
            Path from = here().directory().resolve(directory).normalize();
            Path to = from;
            if (output != null) {
                to = here().directory()
                        .resolve(output)
                        .resolve(String.valueOf(from.getFileName()))
                        .normalize();
            }
            if (places.putIfAbsent(to, from) != null) {
                throw new InputException(
                        Location.of(directory),
                        "another feedstock is written to " + to + " already",
                        "give each feedstock once, those of equal names with an --output each");
            }
        }
        return places;
    }

    private Platform platform() {
        try {
            return Platform.of(target);
        } catch (IllegalArgumentException e) {
            throw new InputException(Location.of("--target " + target), String.valueOf(e.getMessage()), "");
        }
    }
}
