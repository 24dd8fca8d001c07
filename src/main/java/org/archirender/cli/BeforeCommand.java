package org.archirender.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What stands before a command's name: {@code archi-render -C DIR lint}. picocli gives it to archi-render itself, which
 * does nothing with it where a command follows. So the options that say how and where to work are handed on, as in
 * {@code git -C DIR status}; anything else is refused.
 */
final class BeforeCommand {
    /** By their long names; each counts for every command that has it. */
    static final Set<String> HANDED_ON = Set.of(
            "--workspace",
            "--format",
            "--color",
            "--quiet",
            "--verbose",
            "--stacktrace",
            "--token-file",
            "--timeout",
            "--jobs");

    private BeforeCommand() {}

    /**
     * Gives the command of {@code all} the options that stand before its name.
     *
     * @param all the whole command line
     * @throws ParameterException where something there is not for the command
     */
    static void handOn(ParseResult all) {
        if (!all.hasSubcommand()) {
            return;
        }
        ParseResult command = all.subcommand();
        String name = command.commandSpec().name();
        List<String> wrong = new ArrayList<>();
        if (!all.matchedPositionals().isEmpty()) {
            String words = String.join(" ", all.matchedPositional(0).originalStringValues());
            wrong.add("'%s' stands before '%s': write it behind, archi-render %s %s, or, where a package has that name,"
                            .formatted(words, name, name, words)
                    + " archi-render -- %s %s".formatted(words, name));
        }
        for (OptionSpec option : all.matchedOptions()) {
            handOn(option, command).ifPresent(wrong::add);
        }
        if (!wrong.isEmpty()) {
            throw new ParameterException(command.commandSpec().commandLine(), String.join("\narchi-render: ", wrong));
        }
    }

    /** What is wrong with that option there; empty where it was handed on. */
    private static Optional<String> handOn(OptionSpec given, ParseResult command) {
        String name = command.commandSpec().name();
        String option = String.join("/", given.names());
        @Nullable OptionSpec own = command.commandSpec().findOption(given.longestName());
        if (own == null) {
            return Optional.of("%s stands before '%s', which has no such option".formatted(option, name));
        }
        if (!HANDED_ON.contains(given.longestName())) {
            return Optional.of("%s stands before '%s': write it behind, archi-render %s %s"
                    .formatted(option, name, name, given.longestName()));
        }
        if (command.hasMatchedOption(own)) {
            return Optional.of("%s stands before and behind '%s': give it once".formatted(option, name));
        }
        own.setValue(given.getValue());
        return Optional.empty();
    }
}
