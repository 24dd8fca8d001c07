package org.archirender.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;

/** The tree of commands. */
final class Commands {
    private Commands() {}

    static CommandLine of(Surroundings here) {
        CommandLine commands = new CommandLine(new RenderCommand(here));
        commands.addSubcommand(new RerenderCommand(here));
        commands.addSubcommand(new ExplainCommand(here));
        commands.addSubcommand(new LintCommand(here));
        commands.addSubcommand(new InitCommand(here));
        commands.addSubcommand(new ForkCommand(here));
        commands.addSubcommand("completion", GenerateCompletion.class);
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(here.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(here.err(), true, StandardCharsets.UTF_8));
    }

    /** {@code --diff} alone means its bounded form: without this it would take the next word, a package, as its value. */
    static String[] withAttachedValues(String... args) {
        List<String> attached = new ArrayList<>();
        boolean options = true;
        for (String arg : args) {
            options &= !arg.equals("--");
            attached.add(options && arg.equals("--diff") ? "--diff=bounded" : arg);
        }
        return attached.toArray(String[]::new);
    }

    /** The version of the jar; there is none when running from classes. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "archi-render "
                        + Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                                .orElse("(not packaged)")
            };
        }
    }
}
