package org.archirender.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.archirender.cli.console.ConsoleOptions.Color;
import org.archirender.cli.console.ConsoleOptions.Format;
import org.archirender.cli.console.Surroundings;
import org.archirender.cli.report.Diff;
import org.archirender.text.NearMiss;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;

/** The tree of commands. */
final class Commands {
    private static final Map<String, Supplier<Object>> OTHERS = others();

    /** What may stand where a package's name may. */
    static final Set<String> NAMES = OTHERS.keySet();

    private Commands() {}

    private static Map<String, Supplier<Object>> others() {
        Map<String, Supplier<Object>> others = new LinkedHashMap<>();
        others.put("rerender", RerenderCommand::new);
        others.put("explain", ExplainCommand::new);
        others.put("lint", LintCommand::new);
        others.put("init", InitCommand::new);
        others.put("update", UpdateCommand::new);
        others.put("diff", DiffCommand::new);
        others.put("fork", ForkCommand::new);
        others.put("status", StatusCommand::new);
        others.put("completion", GenerateCompletion::new);
        return Collections.unmodifiableMap(others);
    }

    /**
     * The commands that {@code args} may need. Looking through a command's options takes time, so the others are left out
     * where nobody asks for them.
     */
    static CommandLine of(Surroundings surroundings, String... args) {
        CommandLine commands = new CommandLine(new RenderCommand());
        List<String> words = List.of(args);
        boolean all = words.contains("-h") || words.contains("--help") || words.contains("completion");
        OTHERS.forEach((name, command) -> {
            if (all || words.contains(name)) {
                commands.addSubcommand(name, new CommandLine(command.get()).setCommandName(name));
            }
        });
        return commands.setExecutionStrategy(parsed -> execute(parsed, surroundings))
                // A word is a word: picocli would read @FILE for more of them, whatever FILE is.
                .setExpandAtFiles(false)
                .registerConverter(Format.class, words(Format.class))
                .registerConverter(Color.class, words(Color.class))
                .registerConverter(Diff.class, words(Diff.class))
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
    }

    private static int execute(ParseResult parsed, Surroundings surroundings) {
        List<CommandLine> chosen = parsed.asCommandLineList();
        boolean asksForHelp =
                chosen.stream().anyMatch(each -> each.isUsageHelpRequested() || each.isVersionHelpRequested());
        if (!asksForHelp) {
            BeforeCommand.handOn(parsed);
        }
        return !asksForHelp && chosen.get(chosen.size() - 1).getCommand() instanceof ConsoleCommand command
                ? command.run(surroundings)
                : new RunLast().execute(parsed);
    }

    /** An option's words as they are typed: constants in small letters, of which any spelling is understood. */
    private static <E extends Enum<E>> ITypeConverter<E> words(Class<E> type) {
        return typed -> {
            List<String> words = new ArrayList<>();
            for (E constant : type.getEnumConstants()) {
                String word = constant.name().toLowerCase(Locale.ROOT);
                if (word.equals(typed.toLowerCase(Locale.ROOT))) {
                    return constant;
                }
                words.add(word);
            }
            throw new TypeConversionException(NearMiss.behind(
                    "'%s' is not one of %s".formatted(typed, String.join(", ", words)), NearMiss.of(typed, words)));
        };
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
