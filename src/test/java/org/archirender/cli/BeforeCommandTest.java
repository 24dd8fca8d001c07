package org.archirender.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.archirender.cli.Shell.Said;
import org.archirender.cli.console.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What stands before a command's name counts for the command, or is refused; every option with every command. */
class BeforeCommandTest {
    /** What each command needs to do something. */
    private static final Map<String, List<String>> MINIMAL = Map.of(
            "rerender", List.of("feedstock", "--pinnings", "pinnings.yaml", "--output", "out"),
            "explain", List.of("zlib"),
            "lint", List.of(),
            "init", List.of("new", "--from", "feedstock"),
            "update", List.of("zlib", "--from", "feedstock"),
            "diff", List.of("zlib"),
            "fork", List.of("zlib", "xz"),
            "status", List.of("zlib"),
            "completion", List.of());

    /** A value for each option that takes one, such that one sees whether it counts. */
    private static final Map<String, String> VALUES = Map.of(
            "--workspace", "there",
            "--format", "json",
            "--color", "always",
            "--token-file", "nowhere",
            "--timeout", "0",
            "--jobs", "0",
            "--api", "http://127.0.0.1:9",
            "--limit", "3",
            "--diff", "full");

    static Stream<Arguments> pairs() {
        CommandLine all = Commands.of(Surroundings.ofProcess(), "--help");
        return all.getSubcommands().keySet().stream()
                .flatMap(command -> all.getCommandSpec().options().stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .map(option -> Arguments.of(option, command)));
    }

    @ParameterizedTest(name = "{0} before {1}")
    @MethodSource("pairs")
    void anOptionBeforeACommandCountsOrIsRefused(OptionSpec option, String command) {
        CommandLine own = requireNonNull(
                Commands.of(Surroundings.ofProcess(), command).getSubcommands().get(command));
        for (String name : option.names()) {
            List<String> given = option.arity().max() == 0
                    ? List.of(name)
                    : name.startsWith("--")
                            ? List.of(name + "=" + VALUES.get(name))
                            : List.of(name, requireNonNull(VALUES.get(option.longestName())));
            boolean has = own.getCommandSpec().findOption(name) != null;
            List<String> arguments = requireNonNull(MINIMAL.get(command));
            Done before = run(List.of(given, List.of(command), arguments));
            if (has && BeforeCommand.HANDED_ON.contains(option.longestName())) {
                assertThat(before).isEqualTo(run(List.of(List.of(command), given, arguments)));
            } else {
                assertThat(before.said().exitCode()).isEqualTo(2);
                assertThat(before.said().out()).isEmpty();
                assertThat(before.said().err())
                        .startsWith("archi-render: " + String.join("/", option.names()) + " stands before '" + command)
                        .contains(has ? "write it behind, archi-render " + command : "which has no such option")
                        .endsWith("\nTry 'archi-render " + command + " --help'.\n");
            }
        }
    }

    @Test
    void packagesBeforeACommandAreRefusedAndNotForgotten() {
        Shell shell = Shell.empty().withPort().withPackage("zlib", "");
        assertThat(shell.run("zlib", "lint")).isEqualTo(new Said(2, "", """
                        archi-render: 'zlib' stands before 'lint': write it behind, archi-render lint zlib, or, where a \
                        package has that name, archi-render -- zlib lint
                        Try 'archi-render lint --help'.
                        """));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Shell shell = Shell.empty().withPort();
        assertThat(shell.run("--all", "-C", ".", "--check", "rerender", "x", "--pinnings", "p")
                        .err())
                .isEqualTo("""
                        archi-render: --all stands before 'rerender', which has no such option
                        archi-render: -C/--workspace stands before 'rerender', which has no such option
                        archi-render: --check stands before 'rerender', which has no such option
                        Try 'archi-render rerender --help'.
                        """);
    }

    @Test
    void anOptionOnBothSidesIsGivenTwice() {
        Shell shell = Shell.empty().withPort();
        assertThat(shell.run("-C", "a", "lint", "-C", "b")).isEqualTo(new Said(2, "", """
                        archi-render: -C/--workspace stands before and behind 'lint': give it once
                        Try 'archi-render lint --help'.
                        """));
    }

    /** What a command line said and what lies on the disk behind it. */
    private record Done(Said said, String files) {}

    /** In a folder of its own, with a second workspace in it, and without a network that answers. */
    private static Done run(List<List<String>> words) {
        Shell shell = Shell.empty().withPort().withPackage("zlib", "").withPackage("xz", "");
        String port = shell.read("overlays/port.yaml") + "remote: http://127.0.0.1:9/{name}\n";
        shell.file("overlays/port.yaml", port)
                .file("feedstock/conda-forge.yml", "provider: {linux_aarch64: default}\n")
                .file("feedstock/recipe/meta.yaml", "package:\n  name: new\n  version: '1'\n")
                .file("there/overlays/port.yaml", port)
                .file("there/pinnings.yaml", "c_compiler:\n- gcc\n");
        Said said = shell.run(words.stream().flatMap(List::stream).toArray(String[]::new));
        // A trace names the line of this test that it came through.
        String err = said.err().replaceAll("BeforeCommandTest.java:[0-9]+", "BeforeCommandTest.java");
        return new Done(new Said(said.exitCode(), said.out(), err), shell.list(""));
    }
}
