package org.archirender.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.PublishOutcome.Moved;
import org.archirender.publish.fake.CuttingProxy;
import org.archirender.publish.fake.CuttingProxy.Ending;
import org.archirender.publish.fake.CuttingProxy.Side;
import org.archirender.publish.fake.CuttingProxy.Trouble;
import org.archirender.publish.fake.Git;
import org.archirender.publish.fake.GitHttpBackend;
import org.archirender.publish.fake.MemoryDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Fetches that end in the middle. git changes the list of commits that have no parents here before the objects come, so
 * that what is left looks whole and is not.
 */
class HalfFetchTest {
    @TempDir(factory = MemoryDisk.class)
    Path directory;

    private Optional<FeedstockOnGitHub> github = Optional.empty();

    @BeforeEach
    void aBranchOfMoreCommitsThanAreFetchedAtFirst() throws IOException {
        assumeTrue(GitHttpBackend.isThere(), "skipped: no git-http-backend on this machine");
        github = Optional.of(new FeedstockOnGitHub(directory));
        feedstock().push("first", FeedstockOnGitHub.address(feedstock().port()), 1);
        feedstock().own().grow("aarch64", 60, feedstock().own().git("log", "-1", "--format=%B", "aarch64"));
    }

    @AfterEach
    void stop() {
        github.ifPresent(FeedstockOnGitHub::close);
    }

    /** The second question is for the newest commits; the answer to the third and fourth completes the history. */
    @ParameterizedTest
    @CsvSource({"2, 250, 550, 100", "3, 300, 3300, 600"})
    void theNextRunFetchesAgainWhatIsMissing(int request, int from, int to, int step) throws IOException {
        String tip = feedstock().own().git("rev-parse", "aarch64").strip();
        try (CuttingProxy proxy = new CuttingProxy(feedstock().port())) {
            for (int bytes = from; bytes <= to; bytes += step) {
                String work = "cut-" + bytes;
                proxy.fail(new Trouble("/git-upload-pack HTTP", request, Side.SERVER, bytes, Ending.CLOSED));
                assertThat(catchThrowable(() -> feedstock().push(work, FeedstockOnGitHub.address(proxy.port()), 2)))
                        .isInstanceOf(RepositoryException.class);
                assertThat(feedstock()
                                .push(
                                        work,
                                        FeedstockOnGitHub.address(feedstock().port()),
                                        2))
                        .isInstanceOf(Moved.class);
                assertThat(feedstock().own().git("rev-parse", "aarch64~")).isEqualTo(tip + "\n");
                assertThat(new Git(directory.resolve(work + "/zlib-feedstock.git")).git("fsck", "--connectivity-only"))
                        .doesNotContain("missing", "broken");
                feedstock().own().git("update-ref", "refs/heads/aarch64", tip);
            }
        }
    }

    private FeedstockOnGitHub feedstock() {
        return github.orElseThrow();
    }
}
