package org.archirender.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.archirender.cli.Shell.Said;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever bytes stand in a port's files, a command ends in a rendering or in a message that says who has to act: never in
 * "a bug". Each input follows from a number, its seed, which a failure names and {@code -Dfuzz.seed} begins at.
 */
class MutatedInputTest {
    private static final long SEED = Long.getLong("fuzz.seed", 1L);
    private static final List<String[]> COMMANDS = List.of(
            new String[] {"demo"},
            new String[] {"demo"},
            new String[] {"demo", "--diff", "-v"},
            new String[] {"--all", "--check", "-j1"},
            new String[] {"--all", "--check", "-j1", "--format", "json"},
            new String[] {"demo", "--format", "github"},
            new String[] {"lint"},
            new String[] {"explain", "demo"},
            new String[] {"explain", "demo", "--format", "json"},
            new String[] {"explain", "overlays/demo/base", "--pinnings", "pinnings.yaml"},
            new String[] {"rerender", "overlays/demo/base", "--pinnings", "pinnings.yaml", "-j1"},
            new String[] {"-C", ".", "init", "other", "--from", "overlays/demo/base"});

    @Test
    void aFewBrokenFiles() {
        run(200);
    }

    @Tag("fuzz")
    @Test
    void manyBrokenFiles() {
        run(Integer.getInteger("fuzz.inputs", 8_000));
    }

    private static void run(int inputs) {
        SortedMap<Integer, Integer> codes = new ConcurrentSkipListMap<>();
        List<String> bugs = Collections.synchronizedList(new ArrayList<>());
        long start = System.nanoTime();
        LongStream.range(SEED, SEED + inputs)
                .parallel()
                .forEach(seed -> codes.merge(said(seed, bugs).exitCode(), 1, Integer::sum));
        System.out.printf(
                "figure: %d broken inputs, by exit code %s, %.2f ms each%n",
                inputs, codes, (System.nanoTime() - start) / 1e6 / inputs);
        assertThat(bugs).isEmpty();
        assertThat(codes.keySet()).isSubsetOf(0, 1, 2).hasSizeGreaterThan(1);
    }

    private static Said said(long seed, List<String> bugs) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        SortedMap<String, byte[]> files = switch (random.nextInt(5)) {
            case 0 -> MutatedPort.whole();
            case 1, 2 -> MutatedPort.withRecipeYaml();
            default -> MutatedPort.withEdits(random);
        };
        Mutation mutation = new Mutation(random);
        List<String> paths = List.copyOf(files.keySet());
        List<String> recipes =
                paths.stream().filter(path -> path.endsWith("recipe.yaml")).toList();
        List<String> chosen = random.nextBoolean() ? recipes : paths;
        String broken = chosen.get(random.nextInt(chosen.size()));
        byte[] bytes = requireNonNull(files.remove(broken));
        if (random.nextInt(8) == 0) {
            String odd = broken.substring(0, broken.lastIndexOf('/') + 1) + mutation.name();
            broken = odd;
            files.put(broken, bytes);
        } else {
            files.put(broken, mutation.of(bytes, List.copyOf(files.values())));
        }
        Shell shell = Shell.empty();
        files.forEach(shell::file);
        String[] command = COMMANDS.get(random.nextInt(COMMANDS.size())).clone();
        if (random.nextInt(8) == 0) {
            // What init does with an address needs a disk that git knows.
            int last = command.length - (command[0].equals("-C") ? 2 : 0);
            command[random.nextInt(last)] = mutation.word();
        }
        Said said = shell.run(command);
        if (said.exitCode() > 2 || said.err().contains("\tat ")) {
            List<String> traced = new ArrayList<>(List.of(command));
            traced.add("--stacktrace");
            bugs.add("seed %d, %s, %s: %s"
                    .formatted(
                            seed,
                            broken,
                            traced,
                            shell.run(traced.toArray(String[]::new)).err()));
        }
        return said;
    }
}
