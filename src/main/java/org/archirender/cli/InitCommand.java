package org.archirender.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ExitCode;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.publish.Remotes;
import org.archirender.publish.UpstreamFeedstock;
import org.archirender.render.NewOverlay;
import org.archirender.workspace.ControlFiles;
import org.archirender.workspace.FeedstockFolder;
import org.archirender.workspace.TreeStore;
import org.archirender.workspace.Workspace;
import org.archirender.workspace.WorkspaceLock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a package: vendors its base, writes an overlay that says nothing yet. */
@Command(
        name = "init",
        sortOptions = false,
        description = {"Start a package: vendor its base, write an empty overlay.", ""},
        footerHeading = "%nExamples:%n",
        footer = {
            "  archi-render init zlib                             where port.yaml says",
            "  archi-render init zlib --from https://github.com/conda-forge/zlib-feedstock",
            "  archi-render init zlib --from ../zlib-feedstock    a clone's HEAD, or a folder",
            "",
            "Then edit overlays/zlib/overlay.yaml and run: archi-render zlib --diff"
        })
final class InitCommand extends ConsoleCommand {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Parameters(paramLabel = "NAME", description = "The package; its folder in overlays/ gets that name.")
    private String name = "";

    @Option(
            names = "--from",
            paramLabel = "DIR|URL",
            description = {
                "The upstream feedstock: a folder with recipe/, or a git repository here or elsewhere; {name} is the",
                "package. Default: 'upstream' of port.yaml, else 'upstream-org' on GitHub."
            })
    private @Nullable String from;

    @Mixin
    private WorkspaceOption workspaceOption = new WorkspaceOption();

    @Override
    int run(Console console) {
        Workspace workspace = workspaceOption.open(console.surroundings());
        NewOverlay.checkName(name);
        Path folder = workspace.overlayFolder(name);
        checkFree(folder);
        // Fetching may take long, and keeps nobody from the workspace.
        NewOverlay overlay = NewOverlay.of(name, workspace.port(), upstream(workspace, console));
        WorkspaceLock lock = WorkspaceLock.take(workspace.workFolder());
        try (lock) {
            checkFree(folder);
            new TreeStore().replace(folder, ControlFiles.inert(overlay.tree()));
        }
        console.print("wrote overlays/%s: %d files vendored"
                .formatted(name, overlay.base().files().size()));
        console.note("Next: say what this port changes in overlays/%s/overlay.yaml, then: archi-render%s %s --diff"
                .formatted(name, workspaceOption.asTyped(), name));
        return ExitCode.DONE;
    }

    private void checkFree(Path folder) {
        if (Files.exists(folder)) {
            throw new InputException(
                    Location.of("overlays/" + name), "exists already", "edit it, or remove it to start again");
        }
    }

    /** What is at {@code --from}: a plain folder as it stands, a git repository at its HEAD. */
    private NewOverlay.Upstream upstream(Workspace workspace, Console console) {
        String from = Optional.ofNullable(this.from)
                .map(template -> template.replace("{name}", name))
                .orElseGet(() -> UpstreamFeedstock.address(workspace.port(), name, Optional.empty()));
        Path directory =
                from.contains("://") ? Path.of("") : console.surroundings().path(from);
        boolean plain = !from.contains("://") && Files.isDirectory(directory) && !isRepository(directory);
        if (plain) {
            return new NewOverlay.Upstream(from, Optional.empty(), new FeedstockFolder(directory).files());
        }
        if (isPath(from) && !Files.exists(directory)) {
            throw new InputException(Location.of(from), "there is no such folder", "correct --from");
        }
        String address = Files.isDirectory(directory) && !from.contains("://") ? directory.toString() : from;
        Remotes remotes = RemoteOptions.without(TIMEOUT, console, workspace.port());
        UpstreamFeedstock fetched = UpstreamFeedstock.fetch(address, remotes, name);
        return new NewOverlay.Upstream(address, Optional.of(fetched.commit()), fetched.files());
    }

    /** What can be nothing but a path: an address of git's short form, {@code host:path}, may look like many others. */
    private static boolean isPath(String from) {
        return from.startsWith("/") || from.startsWith("./") || from.startsWith("../") || !from.contains(":");
    }

    private static boolean isRepository(Path directory) {
        return Files.exists(directory.resolve(".git"))
                || (Files.isDirectory(directory.resolve("objects")) && Files.isRegularFile(directory.resolve("HEAD")));
    }
}
