package org.archirender.cli;

import java.nio.file.Path;
import org.archirender.cli.console.Surroundings;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.render.VariantRenderer;
import org.archirender.workspace.PinningsFile;
import picocli.CommandLine.Option;

/** What feedstocks without a workspace are rendered for. */
final class TargetOption {
    @Option(
            names = "--target",
            paramLabel = "SUBDIR",
            description = "For a feedstock's folder: what to build for; default: linux-aarch64.")
    private String target = "linux-aarch64";

    /**
     * What renders for the target.
     *
     * @param pinnings a file, as the user gave it
     * @throws InputException where the target is none, or the pinnings can't be read
     */
    VariantRenderer renderer(Surroundings surroundings, String pinnings) {
        Platform platform;
        try {
            platform = Platform.of(target);
        } catch (IllegalArgumentException e) {
            throw new InputException(Location.of("--target " + target), String.valueOf(e.getMessage()), "");
        }
        Path file = surroundings.directory().resolve(pinnings).normalize();
        return new VariantRenderer(PinningsFile.read(file, pinnings), platform);
    }
}
