package org.archirender.cli;

import java.util.regex.Pattern;
import org.archirender.cli.console.Surroundings;
import org.archirender.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the workspace is. */
final class WorkspaceOption {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./~+@%:,-]+");

    @Option(
            names = {"-C", "--workspace"},
            paramLabel = "DIR",
            description = "The port's folder; default: the nearest one above with overlays/ and pinnings.yaml.")
    private @Nullable String directory;

    Workspace open(Surroundings surroundings) {
        return directory == null
                ? Workspace.above(surroundings.directory())
                : Workspace.at(surroundings.path(directory));
    }

    /** The option as the user gave it, with a leading blank, to be put in a command that they can run. */
    String asTyped() {
        return directory == null ? "" : " -C " + quoted(directory);
    }

    /** As a POSIX shell takes it for one word. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
