package org.archirender.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.archirender.cli.Shell.Said;
import org.archirender.cli.console.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.UsageMessageSpec;

class HelpTest {
    private final Shell shell = Shell.empty();

    static Set<String> commands() {
        return new TreeSet<>(
                Commands.of(Surroundings.ofProcess(), "--help").getSubcommands().keySet());
    }

    /** Those of our own; the completion script is picocli's. */
    static Set<String> ownCommands() {
        Set<String> own = commands();
        own.remove("completion");
        return own;
    }

    @Test
    void helpNamesEveryCommandAndTeachesByExamples() {
        Said said = shell.run("--help");
        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains(commands()).contains("archi-render --all --check");
        assertThat(commands()).contains("rerender", "explain", "lint", "init", "fork", "status", "completion");
    }

    @ParameterizedTest
    @MethodSource("ownCommands")
    void everyCommandHasHelpWithExamples(String command) {
        Said said = shell.run(command, "--help");
        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .startsWith("Usage: archi-render " + command)
                .contains("Examples:\n  archi-render " + command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasASummaryThatFitsOneLine(String command) {
        assertThat(shell.run("--help").out()).containsPattern("(?m)^  " + command + " +[A-Z][^\\n]*\\.$");
    }

    @ParameterizedTest
    @MethodSource("ownCommands")
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
                .contains("complete -F _complete_archi-render", "(\"text\" \"json\" \"github\" \"markdown\")")
                .contains("(\"bounded\" \"full\")")
                .doesNotContain("\"TEXT\"", "\"AUTO\"", "\"FULL\"");
    }
}
