package org.archirender.publish;

import static org.archirender.publish.FeedstockOnGitHub.TOKEN;
import static org.archirender.publish.FeedstockOnGitHub.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.PublishOutcome.InSync;
import org.archirender.publish.PublishOutcome.Moved;
import org.archirender.publish.fake.CuttingProxy;
import org.archirender.publish.fake.CuttingProxy.Ending;
import org.archirender.publish.fake.CuttingProxy.Side;
import org.archirender.publish.fake.CuttingProxy.Trouble;
import org.archirender.publish.fake.GitHttpBackend;
import org.archirender.publish.fake.GitSshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network that fails at any point of a publish: one line then, and the next run finishes and duplicates nothing. */
class BrokenNetworkTest {
    private static final String AGAIN = "run the same command again: it goes on where it stopped";

    @TempDir
    Path directory;

    private Optional<FeedstockOnGitHub> github = Optional.empty();
    private int number;

    @BeforeEach
    void aFeedstockThatWasPublished() throws IOException {
        assumeTrue(GitHttpBackend.isThere(), "skipped: no git-http-backend on this machine");
        github = Optional.of(new FeedstockOnGitHub(directory));
        feedstock().push("first", address(feedstock().port()), ++number);
    }

    @AfterEach
    void stop() {
        github.ifPresent(FeedstockOnGitHub::close);
    }

    /** The second question to upload-pack is the one for objects. */
    @ParameterizedTest
    @CsvSource({
        "service=git-upload-pack, 1, 0, 150",
        "/git-upload-pack HTTP, 1, 10, 250",
        "/git-upload-pack HTTP, 2, 10, 300",
        "service=git-receive-pack, 1, 0, 300",
        "/git-receive-pack HTTP, 1, 10, 400"
    })
    void aConnectionMayBreakOff(String request, int time, int early, int late) throws IOException {
        try (CuttingProxy proxy = new CuttingProxy(feedstock().port())) {
            for (Side side : Side.values()) {
                for (int bytes : new int[] {early, late}) {
                    proxy.fail(new Trouble(request, time, side, bytes, Ending.CLOSED));
                    assertThat(failsThenWorks(
                                    address(proxy.port()), address(feedstock().port())))
                            .startsWith(address(proxy.port()) + ": ")
                            .containsPattern("the connection broke off|expected Content-Type|smart HTTP");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"service=git-upload-pack, 1", "/git-upload-pack HTTP, 2", "/git-receive-pack HTTP, 1"})
    void aServerThatFallsSilentIsGivenUpAfterTheTimeout(String request, int time) throws IOException {
        try (CuttingProxy proxy = new CuttingProxy(feedstock().port())) {
            proxy.fail(new Trouble(request, time, Side.SERVER, 300, Ending.SILENT));
            feedstock().timeout(Duration.ofSeconds(1));
            assertThat(failsThenWorks(address(proxy.port()), address(feedstock().port())))
                    .isEqualTo(address(proxy.port()) + ": no answer in time");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "700, false", "1, true", "2500, true"})
    void sshMayBreakOffAndFallSilentAsWell(int bytes, boolean silently) throws Exception {
        Path root = directory.resolve("github");
        try (GitSshServer server = new GitSshServer(root, directory.resolve("home"));
                CuttingProxy proxy =
                        new CuttingProxy(URI.create(server.address()).getPort())) {
            server.makeKnown(proxy.port());
            feedstock().timeout(Duration.ofSeconds(silently ? 1 : 20));
            proxy.fail(new Trouble("SSH-2.0", 1, Side.SERVER, bytes, silently ? Ending.SILENT : Ending.CLOSED));
            String address = "ssh://git@127.0.0.1:" + proxy.port() + root.resolve(FeedstockOnGitHub.OWN);
            assertThat(failsThenWorks(address, address(feedstock().port())))
                    .isEqualTo(address + (silently ? ": no answer in time" : ": the connection broke off"));
        }
    }

    @Test
    void anSshHostThatSaysNothingIsGivenUpAfterTheTimeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            feedstock().timeout(Duration.ofSeconds(1));
            String address = "ssh://git@127.0.0.1:" + silent.getLocalPort() + "/" + FeedstockOnGitHub.OWN;
            assertThat(failsThenWorks(address, address(feedstock().port()))).isEqualTo(address + ": no answer in time");
        }
    }

    @ParameterizedTest
    @CsvSource({"http", "https", "ssh"})
    void aHostThatIsNotThereIsNamed(String scheme) {
        String address = scheme + "://git.invalid/" + FeedstockOnGitHub.OWN;
        RepositoryException failure = failure(address);
        assertThat(failure).hasMessage(address + ": unknown host git.invalid");
        assertThat(failure.fix()).isEqualTo("check the network and the host's name in port.yaml");
    }

    /** What a run through {@code broken} said, after which one to {@code sound} brought the branch to what it shall be. */
    private String failsThenWorks(String broken, String sound) {
        number++;
        RepositoryException failure = failure(broken);
        assertThat(failure.fix()).isEqualTo(AGAIN);
        assertThat(locks(directory.resolve("work" + number))).isEmpty();
        feedstock().timeout(Duration.ofSeconds(20));
        PublishOutcome outcome = feedstock().push("work" + number, sound, number);
        String tip = feedstock().own().git("rev-parse", "aarch64").strip();
        assertThat(outcome).isIn(new Moved("pushed", "aarch64", tip, 1), new InSync("aarch64", tip));
        assertThat(feedstock().own().git("rev-list", "--count", "aarch64")).isEqualTo((number + 2) + "\n");
        assertThat(feedstock().own().git("for-each-ref", "--format=%(objectname)", "refs/archi-render"))
                .isEqualTo(tip + "\n");
        return String.valueOf(failure.getMessage());
    }

    private static List<Path> locks(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".lock")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private RepositoryException failure(String address) {
        RepositoryException failure = catchThrowableOfType(
                RepositoryException.class, () -> feedstock().push("work" + number, address, number));
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage() + failure.fix()).doesNotContain(TOKEN, "\n", "null", "Exception");
        return failure;
    }

    private FeedstockOnGitHub feedstock() {
        return github.orElseThrow();
    }
}
