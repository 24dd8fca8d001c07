package org.archirender.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.ConsoleOptions.Format;
import org.archirender.cli.console.Counts;
import org.archirender.cli.console.ExitCode;
import org.archirender.cli.console.ProblemJson;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.lint.Lint;
import org.archirender.overlay.lint.LintFinding;
import org.archirender.overlay.lint.LintFinding.Severity;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.render.Feedstock;
import org.archirender.render.Port;
import org.archirender.template.Templates;
import org.archirender.workspace.Workspace;
import org.archirender.yaml.YamlNode.Scalar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Looks through a workspace's inputs for what is wrong and for what is likely not meant so; renders nothing. */
@Command(
        name = "lint",
        sortOptions = false,
        description = {
            "Look for errors in the inputs, and for likely mistakes.",
            "The inputs are overlays, port, pinnings and templates. Errors exit 2, warnings",
            "alone exit 0.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  archi-render lint                    the whole workspace", "  archi-render lint zlib numpy"})
final class LintCommand extends ConsoleCommand {
    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Packages; default: all of them.")
    private List<String> names = List.of();

    @Mixin
    private WorkspaceOption workspaceOption = new WorkspaceOption();

    private Optional<Templates> templates = Optional.empty();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    record Document(List<ProblemJson> problems, List<ProblemJson> warnings) {}

    @Override
    int run(Console console) {
        Workspace workspace = workspaceOption.open(console.surroundings());
        Collection<String> keys = new TreeSet<>();
        collect(() -> templates = Optional.of(workspace.templates()));
        collect(() -> warnings.addAll(workspace.pinningsTraps()));
        collect(() -> {
            Port port = workspace.port();
            collect(() -> keys.addAll(workspace.pinnings().keys(port.target())));
            providers(port.providers());
            add(Lint.port(workspace.text(Workspace.PORT), Workspace.PORT, port.rules(), keys));
        });
        List<String> chosen = names.isEmpty() ? workspace.packages() : names;
        chosen.forEach(name -> collect(() -> overlay(workspace, name, keys)));
        if (console.format() == Format.JSON) {
            console.json(new Document(ProblemJson.of(problems), ProblemJson.of(warnings)));
        } else {
            warnings.forEach(console::warning);
            if (!problems.isEmpty()) {
                console.problems(problems);
            }
            console.note(Counts.of(chosen.size(), "package") + ", " + Counts.of(problems.size(), "problem") + ", "
                    + Counts.of(warnings.size(), "warning"));
        }
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.INPUT;
    }

    private void overlay(Workspace workspace, String name, Collection<String> keys) {
        Feedstock feedstock = workspace.feedstock(name);
        Overlay overlay = feedstock.overlay();
        overlay.chosenProviders().ifPresent(this::providers);
        add(Lint.overlay(overlay, workspace.text(overlay.file()), feedstock.base(), feedstock.files(), keys));
        add(Lint.expired(
                overlay.edits(), LocalDate.now(ZoneOffset.UTC), overlay.base().flatMap(Overlay.Base::version)));
    }

    private void providers(List<Scalar> chosen) {
        templates.ifPresent(known -> problems.addAll(known.wrongWith(chosen)));
    }

    private void add(List<LintFinding> findings) {
        for (LintFinding finding : findings) {
            (finding.severity() == Severity.ERROR ? problems : warnings).add(finding.problem());
        }
    }

    private void collect(Runnable check) {
        try {
            check.run();
        } catch (InputException e) {
            problems.addAll(e.problems());
        }
    }
}
