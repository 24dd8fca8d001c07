package org.archirender.cli;

import java.util.Collection;
import java.util.List;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.text.NearMiss;
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

    /** @throws InputException where the first name is no package's, and nearly a command's */
    void refuseMistyped(Collection<String> commands, Workspace workspace) {
        String first = names.isEmpty() ? "" : names.get(0);
        List<String> packages = workspace.packages();
        List<NearMiss> near = NearMiss.of(first, commands);
        if (!packages.contains(first) && NearMiss.of(first, packages).isEmpty() && !near.isEmpty()) {
            throw new InputException(
                    Location.of("command line"),
                    NearMiss.behind("there is neither a command nor a package '" + first + "'", near),
                    "correct it; a package is vendored with: archi-render init " + first + " --from DIR|URL");
        }
    }

    /** In the order of their names. */
    List<String> of(Workspace workspace) {
        return all ? workspace.packages() : names.stream().distinct().sorted().toList();
    }
}
