package org.archirender.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.cli.Shell.Said;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a repository holds, wherever an address leads, and whatever branch and date a port has: a command says who has
 * to act, and never "a bug". As in {@link MutatedInputTest}, an input follows from its seed.
 */
class MutatedRepositoryTest {
    private static final long SEED = Long.getLong("fuzz.seed", 1L);
    private static final List<String> MODES =
            List.of("100644", "100644", "100755", "40000", "120000", "160000", "0", "100600", "7777777777777", "x");

    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void aFewBrokenRepositories() throws IOException {
        run(folder, 20);
    }

    @Tag("fuzz")
    @Test
    void manyBrokenRepositories() throws IOException {
        run(folder, Integer.getInteger("fuzz.repositories", 1000));
    }

    static void run(Path folder, int inputs) throws IOException {
        SortedMap<Integer, Integer> codes = new TreeMap<>();
        List<String> bugs = new ArrayList<>();
        PrintStream err = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8)); // as Main does
        for (long seed = SEED; seed < SEED + inputs; seed++) {
            Path root = folder.resolve(Long.toString(seed));
            codes.merge(exitCode(seed, root, bugs), 1, Integer::sum);
            FileUtils.delete(root.toFile(), FileUtils.RECURSIVE);
        }
        System.setErr(err);
        System.out.printf("figure: %d broken repositories, by exit code %s%n", inputs, codes);
        assertThat(bugs).isEmpty();
        assertThat(codes.keySet()).isSubsetOf(0, 1, 2, 3).hasSizeGreaterThan(1);
    }

    private static int exitCode(long seed, Path root, List<String> bugs) throws IOException {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        Mutation mutation = new Mutation(random);
        SortedMap<String, byte[]> files = MutatedPort.whole();
        Path upstream = root.resolve("upstream.git");
        String word = mutation.word().replace("{name}", "y");
        List<String> command = switch (random.nextInt(6)) {
            case 0 -> List.of("init", "other", "--from", word);
            case 1 -> {
                set(files, "overlays/port.yaml", "https://git.example.org/Archiconda/{name}.git", word);
                yield List.of("demo", "--push", "--timeout", "1");
            }
            case 2 -> {
                set(files, "overlays/port.yaml", random.nextBoolean() ? "2019-01-15" : "aarch64\nup", word + "\nup");
                yield List.of("demo", "--commit");
            }
            case 3 -> List.of("fork", "demo", "--api", word, "--timeout", "1");
            default -> {
                make(upstream.toFile(), mutation);
                yield List.of("init", "other", "--from", upstream.toString());
            }
        };
        Shell shell = Shell.in(root.resolve("port"));
        files.forEach(shell::file);
        Said said = shell.run(command.toArray(String[]::new));
        if (said.exitCode() > 3 || said.err().contains("\tat ")) {
            List<String> traced = new ArrayList<>(command);
            traced.add("--stacktrace");
            bugs.add("seed %d, %s %s: %s"
                    .formatted(
                            seed,
                            word,
                            traced,
                            shell.run(traced.toArray(String[]::new)).err()));
        }
        return said.exitCode();
    }

    private static void set(SortedMap<String, byte[]> files, String file, String old, String now) {
        String text = new String(requireNonNull(files.get(file)), UTF_8);
        files.put(file, text.replace(old, now).getBytes(UTF_8));
    }

    /** A repository of one commit, of which trees, the commit, a ref and the configuration may be broken. */
    private static void make(File directory, Mutation mutation) throws IOException {
        Random random = mutation.random();
        try (Repository repository =
                        new RepositoryBuilder().setGitDir(directory).setBare().build();
                ObjectInserter inserter = repository.newObjectInserter()) {
            repository.create(true);
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, "package: {name: x}\n".getBytes(UTF_8));
            ObjectId recipe = inserter.insert(Constants.OBJ_TREE, tree(mutation, "meta.yaml", "100644", blob));
            ObjectId top = inserter.insert(Constants.OBJ_TREE, tree(mutation, "recipe", "40000", recipe));
            byte[] commit = ("tree " + top.name() + "\nauthor A <a@b> 1500000000 +0000\n"
                            + "committer A <a@b> 1500000000 +0000\n\nmessage\n")
                    .getBytes(UTF_8);
            boolean broken = random.nextInt(4) == 0;
            ObjectId tip =
                    inserter.insert(Constants.OBJ_COMMIT, broken ? mutation.of(commit, List.of(commit)) : commit);
            inserter.flush();
            Files.writeString(directory.toPath().resolve("refs/heads/main"), tip.name() + "\n");
        }
        Path head = directory.toPath().resolve("HEAD");
        Files.writeString(head, "ref: refs/heads/main\n");
        if (random.nextInt(4) == 0) {
            Path file = List.of(head, head.resolveSibling("config"), head.resolveSibling("refs/heads/main"))
                    .get(random.nextInt(3));
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, mutation.of(bytes, List.of(bytes)));
        }
    }

    /** An entry that belongs there, with odd ones before and after it. */
    private static byte[] tree(Mutation mutation, String name, String mode, ObjectId id) throws IOException {
        Random random = mutation.random();
        ByteArrayOutputStream tree = new ByteArrayOutputStream();
        for (int odd = random.nextInt(3); odd > 0; odd--) {
            entry(tree, MODES.get(random.nextInt(MODES.size())), mutation.name(), id);
        }
        entry(tree, mode, name, id);
        if (random.nextInt(3) == 0) {
            entry(tree, MODES.get(random.nextInt(MODES.size())), "zz" + mutation.word(), id);
        }
        byte[] bytes = tree.toByteArray();
        return random.nextInt(6) == 0 ? mutation.of(bytes, List.of(bytes)) : bytes;
    }

    private static void entry(ByteArrayOutputStream tree, String mode, String name, ObjectId id) throws IOException {
        tree.write((mode + " " + name + "\0").getBytes(UTF_8));
        byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
        id.copyRawTo(raw, 0);
        tree.write(raw);
    }
}
