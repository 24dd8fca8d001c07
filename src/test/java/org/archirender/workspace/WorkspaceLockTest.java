package org.archirender.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.archirender.problem.RepositoryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceLockTest {
    @Test
    void aSecondRunIsToldToWait(@TempDir Path temp) {
        Path work = temp.resolve(".archi-render");
        try (WorkspaceLock held = WorkspaceLock.take(work)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> WorkspaceLock.take(work))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessageMatching("another archi-render is writing this workspace \\(process "
                            + ProcessHandle.current().pid() + " since 20[0-9T:-]{17}Z, it holds .*/lock\\)")
                    .extracting(e -> ((RepositoryException) e).fix())
                    .isEqualTo("wait until it is done, then run the command again");
        }
    }

    @Test
    void afterTheFirstTheNextMayWrite(@TempDir Path temp) {
        Path work = temp.resolve(".archi-render");
        WorkspaceLock.take(work).close();
        WorkspaceLock.take(work).close();
        assertThat(work.resolve(".gitignore")).hasContent("*");
    }

    @Test
    void whatAKilledRunDidNotFinishIsFinished(@TempDir Path temp) throws IOException {
        Files.createFile(temp.resolve(".gitignore"));
        WorkspaceLock.take(temp).close();
        assertThat(temp.resolve(".gitignore")).hasContent("*");
    }

    @Test
    void aLockThatIsNoFileIsNeitherWaitedForNorFollowed(@TempDir Path temp) throws IOException {
        Path precious = Files.writeString(temp.resolve("precious"), "kept");
        for (String name : new String[] {"lock", ".gitignore"}) {
            Path work = Files.createDirectories(temp.resolve("of " + name));
            Files.createSymbolicLink(work.resolve(name), precious);
            assertThatThrownBy(() -> WorkspaceLock.take(work))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessage("can't write " + work + ": " + name + " is no plain file: remove it");
            assertThat(precious).hasContent("kept");
        }
    }
}
