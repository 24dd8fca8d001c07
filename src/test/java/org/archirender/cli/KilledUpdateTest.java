package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.archirender.cli.Shell.Said;
import org.archirender.publish.fake.MemoryDisk;
import org.archirender.tree.FileTree;
import org.archirender.workspace.TreeReader;
import org.archirender.workspace.TreeStore;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that are killed while they move packages: each package is old or new, and the next run ends the work. */
class KilledUpdateTest {
    /** As {@code -Dkill.seed=…}, to kill at the points of a run that failed. */
    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());

    private static final int PACKAGES = 6;

    private static final String OVERLAYS = "overlays";
    private static final String RENDERED = "rendered";

    @TempDir(factory = MemoryDisk.class)
    private Path temp;

    private Shell shell = Shell.empty();

    /** Both folders of a port. */
    private record State(FileTree overlays, FileTree rendered) {}

    @BeforeEach
    void packagesWhoseUpstreamMoves() throws Exception {
        shell = Shell.in(temp.resolve("port")).withPort();
        for (int i = 0; i < PACKAGES; i++) {
            commit(i, "1.0");
            assertThat(shell.run("init", "p" + i, "--from", upstream("p" + i)).exitCode())
                    .isZero();
        }
        assertThat(shell.run("--all").exitCode()).isZero();
        for (int i = 0; i < PACKAGES; i++) {
            commit(i, "2.0");
        }
    }

    private String upstream(String name) {
        return temp.resolve(name + "-feedstock").toString();
    }

    private void commit(int number, String version) throws GitAPIException {
        String name = "p" + number;
        shell.file("../" + name + "-feedstock/recipe/meta.yaml", """
                package:
                  name: %s
                  version: "%s"
                requirements:
                  build:
                    - {{ compiler('c') }}
                """.formatted(name, version));
        try (Git git = Git.init().setDirectory(Path.of(upstream(name)).toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setSign(false)
                    .setAuthor("u", "u@example.org")
                    .setMessage("m")
                    .call();
        }
    }

    @Test
    void theNextRunFinishesWhatAKilledOneBegan() throws Exception {
        kill(3);
    }

    @Test
    @Tag("kill")
    void theNextRunFinishesWhatAKilledOneBeganWhereverItWasKilled() throws Exception {
        kill(25);
    }

    private void kill(int points) throws Exception {
        Random random = new Random(SEED);
        State old = state();
        assertThat(update().exitCode()).isZero();
        State fresh = state();
        int half = 0;
        for (int point = 0; point < points; point++) {
            restore(old);
            Process run = RealProcess.start(
                    temp.resolve("port"),
                    temp.resolve("log"),
                    Map.of(),
                    "update",
                    "--all",
                    "-j",
                    "1",
                    "--from",
                    upstream("{name}"));
            waitUntilMoved(run, random.nextInt(PACKAGES + 1));
            LockSupport.parkNanos(random.nextInt(20_000_000));
            run.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            String what = "seed %d, point %d".formatted(SEED, point);
            half += check(what, old, fresh) ? 1 : 0;
            Said said = update();
            assertThat(said.exitCode()).as(what + said.err()).isZero();
            assertThat(state()).as(what).isEqualTo(fresh);
            try (var entries = Files.list(shell.path(OVERLAYS))) {
                assertThat(entries.map(path -> path.getFileName().toString()))
                        .as(what)
                        .noneMatch(name -> name.startsWith("."));
            }
        }
        System.out.printf("figure: %d killed updates of %d packages, %d half-way%n", points, PACKAGES, half);
    }

    /** Whether some packages are old and some new; any that is neither is a fault. */
    private boolean check(String what, State old, State fresh) {
        // Any run that may write first puts back what the killed one had moved away.
        shell.run("nothing-of-that-name");
        State now = state();
        int moved = 0;
        for (int i = 0; i < PACKAGES; i++) {
            String name = "p" + i;
            FileTree overlay = now.overlays().folder(name);
            FileTree rendered = now.rendered().folder(name + "-feedstock");
            assertThat(overlay)
                    .as(what)
                    .isIn(old.overlays().folder(name), fresh.overlays().folder(name));
            assertThat(rendered)
                    .as(what)
                    .isIn(
                            old.rendered().folder(name + "-feedstock"),
                            fresh.rendered().folder(name + "-feedstock"));
            if (overlay.equals(fresh.overlays().folder(name))) {
                moved++;
                assertThat(rendered).as(what).isEqualTo(fresh.rendered().folder(name + "-feedstock"));
            }
        }
        return moved > 0 && moved < PACKAGES;
    }

    private Said update() {
        return shell.run("update", "--all", "--from", upstream("{name}"));
    }

    private State state() {
        return new State(read(OVERLAYS), read(RENDERED));
    }

    private FileTree read(String folder) {
        return TreeReader.read(shell.path(folder), shell.path(folder));
    }

    private void restore(State state) {
        new TreeStore().replace(shell.path(OVERLAYS), state.overlays());
        new TreeStore().replace(shell.path(RENDERED), state.rendered());
    }

    /** Looks at the disk until so many packages are new, or the run is over. */
    private void waitUntilMoved(Process run, int wanted) {
        long moved = 0;
        while (run.isAlive() && moved < wanted) {
            moved = 0;
            for (int i = 0; i < PACKAGES; i++) {
                moved += isNew(shell.path("overlays/p" + i + "/base/recipe/meta.yaml")) ? 1 : 0;
            }
        }
    }

    private static boolean isNew(Path recipe) {
        try {
            return Files.readString(recipe).contains("2.0");
        } catch (IOException e) {
            return false;
        }
    }
}
