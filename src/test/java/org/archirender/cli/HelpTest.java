package org.archirender.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.archirender.cli.Shell.Said;
import org.archirender.cli.console.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.UsageMessageSpec;

class HelpTest {
    private final Shell shell = Shell.empty();

    @Test
    void helpNamesEveryCommandAndTeachesByExamples() {
        Said said = shell.run("--help");
        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .contains(
                        "rerender",
                        "explain",
                        "lint",
                        "init",
                        "fork",
                        "status",
                        "completion",
                        "archi-render --all --check");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rerender", "explain", "lint", "init", "fork", "status"})
    void everyCommandHasHelpWithExamples(String command) {
        Said said = shell.run(command, "--help");
        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .startsWith("Usage: archi-render " + command)
                .contains("Examples:\n  archi-render " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rerender", "explain", "lint", "init", "fork", "status", "completion"})
    void everyCommandHasASummaryThatFitsOneLine(String command) {
        assertThat(shell.run("--help").out()).containsPattern("(?m)^  " + command + " +[A-Z][^\\n]*\\.$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rerender", "explain", "lint", "init", "fork", "status"})
    void whatIsSaidBesideTheOptionsFitsTheScreen(String command) {
        UsageMessageSpec said = requireNonNull(Commands.of(Surroundings.ofProcess(), command, "--help")
                        .getSubcommands()
                        .get(command))
                .getCommandSpec()
                .usageMessage();
        assertThat(Stream.of(said.description(), said.footer()).flatMap(Stream::of))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(said.width()));
    }

    @Test
    void theExamplesOfTheWholeFitTheScreen() {
        UsageMessageSpec said =
                Commands.of(Surroundings.ofProcess(), "--help").getCommandSpec().usageMessage();
        assertThat(said.footer()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(said.width()));
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(shell.run("--version").out()).isEqualTo("archi-render (not packaged)\n");
    }

    @Test
    void completionIsAShellScript() {
        Said said = shell.run("completion");
        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .startsWith("#!/usr/bin/env bash\n")
                .contains("complete -F _complete_archi-render", "(\"text\" \"json\" \"github\")")
                .contains("(\"bounded\" \"full\")")
                .doesNotContain("\"TEXT\"", "\"AUTO\"", "\"FULL\"");
    }
}
