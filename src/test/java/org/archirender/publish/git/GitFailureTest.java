package org.archirender.publish.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.fake.VirtualTime;
import org.junit.jupiter.api.Test;

class GitFailureTest {
    @Test
    void aFullDiskIsNoReasonToRemoveAnything() {
        RepositoryException full = GitFailure.local(
                "git repository work/zlib-feedstock.git",
                new FileSystemException("work/zlib-feedstock.git/HEAD", null, "No space left on device"));
        assertThat(full)
                .hasMessage("git repository work/zlib-feedstock.git: work/zlib-feedstock.git/HEAD: "
                        + "No space left on device");
        assertThat(full.fix()).isEqualTo("free some space on that disk, then run the same command again");
        assertThat(GitFailure.local("x", new IOException("Disk quota exceeded")).fix())
                .isEqualTo(full.fix());
    }

    @Test
    void aFullDiskBehindARemoteIsSaidToo() {
        RemoteAccess access =
                new RemoteAccess(Optional.empty(), Duration.ofSeconds(1), Path.of("/"), new VirtualTime());
        assertThat(GitFailure.remote("file:///own", access, new IOException("No space left on device"))
                        .fix())
                .isEqualTo("free some space on that disk, then run the same command again");
        assertThat(GitFailure.rejected("file:///own", "aarch64", access, "No space left on device", "")
                        .fix())
                .isEqualTo("free some space on that disk, then run the same command again");
    }

    @Test
    void whatElseIsWrongWithAFolderMayBeMadeAnew() {
        assertThat(GitFailure.local("x", new IOException("Missing commit")).fix())
                .isEqualTo("check that the folder may be written, or remove it: it is made again");
    }
}
