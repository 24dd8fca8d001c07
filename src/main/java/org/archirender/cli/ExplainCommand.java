package org.archirender.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.report.ExplainText;
import org.archirender.conda.FeedstockLayout;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.render.Feedstock;
import org.archirender.render.Rendering;
import org.archirender.render.VariantRenderer;
import org.archirender.workspace.FeedstockFolder;
import org.archirender.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells why a feedstock's rendering is what it is. */
@Command(
        name = "explain",
        sortOptions = false,
        description = {
            "Explain a rendering, line by line.",
            "Every edit has its status and reason, every key of every variant file the line",
            "that uses it and the line that its value comes from.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  archi-render explain numpy                      a package of this workspace",
            "  archi-render explain ~/numpy-feedstock --pinnings conda_build_config.yaml",
            "  archi-render explain numpy --format json | jq '.files[].keys[].key'"
        })
final class ExplainCommand extends ConsoleCommand {
    @Parameters(paramLabel = "NAME|DIR", description = "A package of the workspace, or a feedstock's folder.")
    private String subject = "";

    @Option(names = "--pinnings", paramLabel = "FILE", description = "For a folder: a conda_build_config.yaml.")
    private @Nullable String pinnings;

    @Mixin
    private TargetOption target = new TargetOption();

    @Mixin
    private WorkspaceOption workspaceOption = new WorkspaceOption();

    @Override
    int run(Console console) {
        Path folder = console.surroundings().path(subject);
        boolean isFolder = pinnings != null
                || Files.isDirectory(folder.resolve(FeedstockLayout.RECIPE))
                || Files.exists(folder.resolve(FeedstockLayout.CONFIG));
        Rendering rendering = isFolder ? folder(console, folder) : packageOf(console);
        return rendering.problems().isEmpty() ? ExitCode.DONE : ExitCode.INPUT;
    }

    private Rendering packageOf(Console console) {
        if (target.isGiven()) {
            throw new InputException(
                    Location.of("command line"),
                    "--target is for a feedstock's folder, and " + subject + " is a package of the workspace",
                    "leave it out: overlays/port.yaml says the target");
        }
        Workspace workspace = workspaceOption.open(console.surroundings());
        Feedstock feedstock = workspace.feedstock(subject);
        Optional<String> skip = feedstock.overlay().skip();
        Rendering rendering =
                skip.isPresent() ? Rendering.skipped() : workspace.renderer().render(feedstock);
        String target = workspace.port().target().subdir();
        new ExplainText(console, subject, target, Optional.of(feedstock.overlay()), rendering).show();
        return rendering;
    }

    private Rendering folder(Console console, Path folder) {
        if (pinnings == null) {
            throw new InputException(
                    Location.of(subject), "a folder is explained with its pinnings", "add --pinnings FILE");
        }
        VariantRenderer renderer = target.renderer(console, pinnings);
        String name = String.valueOf(folder.getFileName());
        Rendering rendering = renderer.render(name, new FeedstockFolder(folder).inputs());
        new ExplainText(console, name, renderer.target().subdir(), Optional.empty(), rendering).show();
        return rendering;
    }
}
