package org.archirender.cli;

import java.nio.file.Path;
import org.archirender.cli.console.Console;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.render.PortReader;
import org.archirender.render.VariantRenderer;
import org.archirender.workspace.PinningsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What feedstocks without a workspace are rendered for. */
final class TargetOption {
    @Option(
            names = "--target",
            paramLabel = "SUBDIR",
            description = "For a feedstock's folder: what to build for; default: linux-aarch64.")
    private @Nullable String target;

    /** Whether the user said one. */
    boolean isGiven() {
        return target != null;
    }

    /**
     * What renders for the target; what the pinnings say in vain is told.
     *
     * @param pinnings a file, as the user gave it
     * @throws InputException where the target is none, or the pinnings can't be read
     */
    VariantRenderer renderer(Console console, String pinnings) {
        String subdir = target == null ? "linux-aarch64" : target;
        String wrong = PortReader.TARGET.wrongWith(subdir);
        if (!wrong.isEmpty()) {
            throw new InputException(Location.of("command line"), "--target " + wrong, PortReader.TARGET.fix());
        }
        Path file = console.surroundings().path(pinnings);
        PinningsFile.traps(file, pinnings, Platform.of(subdir)).forEach(console::warning);
        return new VariantRenderer(PinningsFile.read(file, pinnings), Platform.of(subdir));
    }
}
