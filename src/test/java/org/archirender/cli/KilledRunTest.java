package org.archirender.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.archirender.tree.FileTree;
import org.archirender.workspace.TreeReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes that are stopped in the middle of their work. */
class KilledRunTest {
    private static final int PACKAGES = 40;

    @TempDir
    private Path temp;

    private Shell shell = Shell.empty();
    private final List<FileTree> old = new ArrayList<>();
    private final List<FileTree> fresh = new ArrayList<>();

    @BeforeEach
    void aPortThatWasRenderedAndThenChanged() {
        shell = Shell.in(temp).withPort();
        for (int i = 0; i < PACKAGES; i++) {
            shell.withPackage("p" + i, "");
        }
        shell.run("--all");
        remember(old);
        shell.file("templates/ci/build.sh.ftl", "# changed for [=feedstock.name]\n");
        shell.run("--all");
        remember(fresh);
        shell.file("templates/ci/build.sh.ftl", "#!/bin/sh\n# [=feedstock.name], [=variants?size] variants\n");
        shell.run("--all");
        shell.file("templates/ci/build.sh.ftl", "# changed for [=feedstock.name]\n");
    }

    private void remember(List<FileTree> trees) {
        for (int i = 0; i < PACKAGES; i++) {
            trees.add(read(i));
        }
    }

    private FileTree read(int number) {
        Path folder = temp.resolve("rendered/p" + number + "-feedstock");
        return TreeReader.read(folder, folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 25})
    void everyTreeIsOldOrNewAndTheNextRunFinishesTheWork(int written) throws Exception {
        Process run = start();
        waitUntilWritten(run, written);
        run.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        // Any run that may write first puts back what the killed one had moved away.
        shell.run("nothing-of-that-name");
        for (int i = 0; i < PACKAGES; i++) {
            assertThat(read(i)).isIn(old.get(i), fresh.get(i));
        }
        assertThat(shell.run("--all").exitCode()).isZero();
        List<FileTree> now = new ArrayList<>();
        remember(now);
        assertThat(now).isEqualTo(fresh);
        try (var entries = Files.list(temp.resolve("rendered"))) {
            assertThat(entries.map(path -> path.getFileName().toString()))
                    .allMatch(name -> name.equals("port") || name.endsWith("-feedstock"));
        }
    }

    @Test
    void aRunThatIsToldToStopStops() throws Exception {
        Process run = start();
        waitUntilWritten(run, 1);
        run.destroy();
        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isIn(143, 0);
        for (int i = 0; i < PACKAGES; i++) {
            assertThat(read(i)).isIn(old.get(i), fresh.get(i));
        }
    }

    private Process start() throws IOException {
        return RealProcess.start(temp, temp.resolve("log"), Map.of(), "--all", "-j", "1");
    }

    /** Looks at the disk until so many trees are new, or the run is over. */
    private void waitUntilWritten(Process run, int wanted) {
        long written = 0;
        while (run.isAlive() && written < wanted) {
            written = 0;
            for (int i = 0; i < PACKAGES; i++) {
                Path script = temp.resolve("rendered/p" + i + "-feedstock/build.sh");
                written += isNew(script) ? 1 : 0;
            }
        }
    }

    private static boolean isNew(Path script) {
        try {
            return Files.readString(script).startsWith("# changed");
        } catch (IOException e) {
            return false;
        }
    }
}
