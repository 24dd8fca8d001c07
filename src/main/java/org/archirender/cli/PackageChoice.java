package org.archirender.cli;

import java.util.List;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.workspace.Workspace;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which packages a command is for: some by name, or all of them. */
final class PackageChoice {
    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Packages, as their folders in overlays/ are named.")
    private List<String> names = List.of();

    @Option(names = "--all", description = "Every package of the workspace.")
    private boolean all;

    boolean isAll() {
        return all;
    }

    /** @throws InputException where it is neither names nor all, or both */
    void check(String command) {
        if (all == !names.isEmpty()) {
            throw new InputException(
                    Location.of("command line"),
                    all ? "--all and package names exclude each other" : "no packages are named",
                    all ? "give one or the other" : "name packages, or use --all; see " + command + " --help");
        }
    }

    /** In the order of their names. */
    List<String> of(Workspace workspace) {
        return all ? workspace.packages() : names.stream().distinct().sorted().toList();
    }
}
