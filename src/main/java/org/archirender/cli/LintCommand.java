package org.archirender.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.archirender.render.IdleInputs;
import org.archirender.render.Port;
import org.archirender.render.Renderer;
import org.archirender.render.Rendering;
import org.archirender.template.Templates;
import org.archirender.workspace.Workspace;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Looks through a workspace's inputs for what is wrong and for what is likely not meant so; writes nothing. */
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
    private Optional<Renderer> renderer = Optional.empty();
    private final List<Feedstock> read = new ArrayList<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();

    record Document(List<ProblemJson> problems, List<ProblemJson> warnings) {}

    @Override
    int run(Console console) {
        Workspace workspace = workspaceOption.open(console.surroundings());
        Collection<String> keys = new TreeSet<>();
        collect(() -> templates = Optional.of(workspace.templates()));
        collect(() -> warnings.addAll(workspace.pinningsTraps()));
        collect(() -> warnings.addAll(workspace.idleMigrations()));
        collect(() -> {
            Port port = workspace.port();
            collect(() -> keys.addAll(workspace.pinnings().keys(port.target())));
            providers(port.providers());
            add(Lint.port(workspace.text(Workspace.PORT), Workspace.PORT, port.rules(), keys));
            collect(() -> renderer = Optional.of(workspace.renderer()));
        });
        List<String> chosen = names.isEmpty() ? workspace.packages() : names;
        chosen.forEach(name -> collect(() -> overlay(workspace, name, keys)));
        if (names.isEmpty()) {
            warnings.addAll(workspace.strays());
            if (read.size() == chosen.size()) {
                collect(() -> port(workspace));
            }
        }
        if (console.format() == Format.JSON) {
            console.json(new Document(ProblemJson.of(List.copyOf(problems)), ProblemJson.of(List.copyOf(warnings))));
        } else {
            warnings.forEach(console::warning);
            if (!problems.isEmpty()) {
                console.problems(List.copyOf(problems));
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
        read.add(feedstock);
        if (overlay.skip().isEmpty()) {
            renderer.map(rendering -> rendering.render(feedstock)).ifPresent(rendering -> rendered(overlay, rendering));
        }
    }

    /** All that rendering would say, so that what lint finds right renders. */
    private void rendered(Overlay overlay, Rendering rendering) {
        problems.addAll(rendering.problems());
        warnings.addAll(rendering.warnings());
        rendering.matrix().map(matrix -> IdleInputs.pins(overlay, matrix)).ifPresent(warnings::addAll);
    }

    /** What nothing in the whole port uses. */
    private void port(Workspace workspace) {
        Port port = workspace.port();
        warnings.addAll(IdleInputs.rules(port, read));
        YamlReader.read(workspace.text(Workspace.PORT), Workspace.PORT)
                .map(Mapping.class::cast)
                .ifPresent(root -> {
                    templates.ifPresent(known -> warnings.addAll(IdleInputs.port(port, root, read, known)));
                    IdleInputs.channel(port, root, workspace.pinnings()).ifPresent(warnings::add);
                });
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
