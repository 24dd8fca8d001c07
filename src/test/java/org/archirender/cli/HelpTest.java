package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.cli.Shell.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    private final Shell shell = Shell.empty();

    @Test
    void helpNamesEveryCommandAndTeachesByExamples() {
        Said said = shell.run("--help");
        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .contains("rerender", "explain", "lint", "init", "completion", "archi-render --all --check");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rerender", "explain", "lint", "init"})
    void everyCommandHasHelpWithExamples(String command) {
        Said said = shell.run(command, "--help");
        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .startsWith("Usage: archi-render " + command)
                .contains("Examples:\n  archi-render " + command);
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(shell.run("--version").out()).isEqualTo("archi-render (not packaged)\n");
    }

    @Test
    void completionIsAShellScript() {
        Said said = shell.run("completion");
        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).startsWith("#!/usr/bin/env bash\n").contains("complete -F _complete_archi-render");
    }
}
