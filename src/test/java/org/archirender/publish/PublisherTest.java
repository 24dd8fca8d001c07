package org.archirender.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.archirender.problem.InputException;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.PublishOutcome.Behind;
import org.archirender.publish.PublishOutcome.Foreign;
import org.archirender.publish.PublishOutcome.InSync;
import org.archirender.publish.PublishOutcome.Moved;
import org.archirender.publish.PublishOutcome.NotForked;
import org.archirender.publish.fake.Git;
import org.archirender.publish.fake.GitHttpBackend;
import org.archirender.publish.fake.GitHttpServer;
import org.archirender.publish.fake.GitHttpServer.Answer;
import org.archirender.publish.fake.GitSshServer;
import org.archirender.publish.fake.VirtualTime;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.RemoteAccess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
    private static final String PASSWORD = "ghp_0123456789secret";

    private final VirtualTime time = new VirtualTime();

    @TempDir
    Path directory;

    private Git upstream = new Git(Path.of(""));
    private Git own = new Git(Path.of(""));
    private String start = "";

    @BeforeEach
    void forkOfAnUpstreamFeedstock() throws IOException {
        upstream = Git.init(directory.resolve("upstream/zlib-feedstock"));
        start = upstream.commit("master", "Re-rendered");
        own = Git.init(directory.resolve("own/zlib-feedstock"));
        own.git("fetch", "-q", upstream.directory().toString(), "master:master");
        own.git("config", "http.receivepack", "true");
    }

    @Test
    void aBranchThatIsNotThereIsMadeFromTheUpstreamCommit() {
        assertThat(publish(1)).isInstanceOfSatisfying(Moved.class, pushed -> {
            assertThat(pushed.commits()).isEqualTo(2);
            assertThat(own.git("rev-parse", "aarch64")).isEqualTo(pushed.commit() + "\n");
        });
        assertThat(own.git("rev-parse", "aarch64~2")).isEqualTo(start + "\n");
        assertThat(own.git("ls-tree", "-r", "--name-only", "aarch64")).isEqualTo("""
                        .ci_support/linux_aarch64_.yaml
                        authors.txt
                        conda-forge.yml
                        recipe/meta.yaml
                        """);
        assertThat(own.git("rev-parse", "master")).isEqualTo(start + "\n");
    }

    @Test
    void theSecondRunHasNothingToDoOnAnyMachine() {
        Moved first = (Moved) publish(1);
        assertThat(publish(1)).isEqualTo(new InSync("aarch64", first.commit()));
        assertThat(publisher("another-machine").publish(content(1), at(address(own)), new DirectPush()))
                .isEqualTo(new InSync("aarch64", first.commit()));
        assertThat(Files.exists(directory.resolve("another-machine/zlib-feedstock.git/shallow")))
                .isFalse();
    }

    @Test
    void twoMachinesMakeTheSameCommits() {
        Moved first = (Moved) publish(1);
        own.git("update-ref", "-d", "refs/heads/aarch64");
        assertThat(publisher("another-machine").publish(content(1), at(address(own)), new DirectPush()))
                .isEqualTo(first);
    }

    @Test
    void aChangedRenderingIsOneCommitOnTheTipThatWasThere() {
        Moved first = (Moved) publish(1);
        Moved second = (Moved) publisher("another-machine").publish(content(2), at(address(own)), new DirectPush());
        assertThat(second.commits()).isEqualTo(1);
        assertThat(own.git("rev-parse", "aarch64~")).isEqualTo(first.commit() + "\n");
        assertThat(own.git("for-each-ref", "--format=%(refname) %(objectname)", "refs/archi-render"))
                .matches("refs/archi-render/aarch64/[0-9a-f]{40} " + second.commit() + "\n");
    }

    @Test
    void aMarkerOfACommitThatLostARaceIsPutRight() {
        Moved pushed = (Moved) publish(1);
        String marker = own.git("for-each-ref", "--format=%(refname)", "refs/archi-render")
                .strip();
        own.git("update-ref", marker, start);
        assertThat(publish(1)).isEqualTo(new InSync("aarch64", pushed.commit()));
        assertThat(own.git("rev-parse", marker)).isEqualTo(pushed.commit() + "\n");
        own.git("update-ref", marker, own.commit("lost", "Rendered elsewhere"));
        assertThat(publish(1)).isEqualTo(new InSync("aarch64", pushed.commit()));
        assertThat(own.git("rev-parse", marker)).isEqualTo(pushed.commit() + "\n");
    }

    @Test
    void aLongHistoryIsFetchedWholeWhenAShallowOneDoesNotReachTheStart() {
        IntStream.rangeClosed(1, 60).forEach(number -> publish(number));
        assertThat(publisher("another-machine").publish(content(0), at(address(own)), new DirectPush()))
                .isInstanceOfSatisfying(
                        Moved.class, pushed -> assertThat(pushed.commits()).isEqualTo(1));
        assertThat(own.git("rev-list", "--count", "aarch64")).isEqualTo("63\n");
        assertThat(own.git("ls-tree", "--name-only", "aarch64")).contains("authors.txt");
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndPushesNothing() {
        Publisher dry = new Publisher(directory.resolve("work"), access(), PublishGate.dryRun());
        assertThat(dry.publish(content(1), at(address(own)), new DirectPush()))
                .isInstanceOfSatisfying(Behind.class, behind -> {
                    assertThat(behind.branch()).isFalse();
                    assertThat(behind.changes().changes())
                            .extracting(change -> change.kind() + " " + change.path())
                            .containsExactly(
                                    "added .ci_support/linux_aarch64_.yaml",
                                    "removed .ci_support/linux_aarch64_old.yaml",
                                    "added conda-forge.yml",
                                    "added recipe/meta.yaml");
                });
        assertThat(own.git("for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/master\n");
    }

    @Test
    void commitsOfPeopleAreReportedAndStay() {
        Moved ours = (Moved) publish(1);
        String theirs = own.commit("aarch64", "Fix the build by hand", ours.commit());
        assertThat(publish(2))
                .isInstanceOfSatisfying(
                        Foreign.class,
                        foreign -> assertThat(foreign.foreign())
                                .extracting(Object::toString)
                                .containsExactly(theirs.substring(0, 10) + " Fix the build by hand (A Porter)"));
        assertThat(own.git("rev-parse", "aarch64")).isEqualTo(theirs + "\n");
    }

    @Test
    void aBranchMadeFromUpstreamsNewestCommitIsNoPersonsWork() {
        String newer = upstream.commit("master", "Newer upstream", start);
        own.git("fetch", "-q", upstream.directory().toString(), "master:aarch64");
        assertThat(publish(1)).isInstanceOf(Moved.class);
        assertThat(own.git("rev-parse", "aarch64~2")).isEqualTo(newer + "\n");
    }

    @Test
    void anUpstreamCommitThatIsNowhereIsTheOverlaysFault() {
        start = "0123456789012345678901234567890123456789";
        assertThatThrownBy(() -> publish(1))
                .isInstanceOf(InputException.class)
                .hasMessage("overlays/zlib/overlay.yaml: base: commit " + start + " is neither in " + address(own)
                        + " nor in " + address(upstream)
                        + "\n  fix: correct the commit there");
    }

    @Test
    void aHookThatRejectsIsQuoted() throws IOException {
        Path hook = own.directory().resolve("hooks/pre-receive");
        Files.writeString(hook, "#!/bin/sh\nexit 1\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        try (GitHttpServer server = new GitHttpServer(directory.resolve("own"), PASSWORD)) {
            assertThatThrownBy(() -> publishTo(server))
                    .isInstanceOfSatisfying(
                            RepositoryException.class,
                            e -> assertThat(e.fix())
                                    .isEqualTo("look at the hook or the protection of branch aarch64 there"))
                    .hasMessage(server.address()
                            + "/zlib-feedstock: branch aarch64 was rejected by the remote: pre-receive hook declined");
        }
    }

    @Test
    void aLockThatAKilledProcessLeftInTheRemoteIsNamed() throws IOException {
        Path lock = Files.createFile(own.directory().resolve("refs/heads/aarch64.lock"));
        String fix = "run again; if that does not help and nobody pushes there,"
                + " remove refs/heads/aarch64.lock there, which a killed process left";
        assertThatThrownBy(() -> publish(1))
                .isInstanceOfSatisfying(
                        RepositoryException.class, e -> assertThat(e.fix()).isEqualTo(fix))
                .hasMessage(address(own) + ": branch aarch64 was rejected by the remote: failed to lock");
        try (GitHttpServer server = new GitHttpServer(directory.resolve("own"), PASSWORD)) {
            assertThatThrownBy(() -> publishTo(server))
                    .isInstanceOfSatisfying(
                            RepositoryException.class, e -> assertThat(e.fix()).isEqualTo(fix));
        }
        Files.delete(lock);
        assertThat(publish(1)).isInstanceOf(Moved.class);
    }

    @Test
    void aMissingRepositoryIsNotForked() {
        assertThat(publisher("work")
                        .publish(content(1), at("file://" + directory.resolve("nowhere")), new DirectPush()))
                .isEqualTo(new NotForked("file://" + directory.resolve("nowhere"), "zlib"));
    }

    @Test
    void publishesThroughSmartHttpWithAToken() throws IOException {
        try (GitHttpServer server = new GitHttpServer(directory.resolve("own"), PASSWORD)) {
            Moved pushed = (Moved) publishTo(server);
            assertThat(own.git("rev-parse", "aarch64")).isEqualTo(pushed.commit() + "\n");
            server.requests().clear();
            assertThat(publishTo(server)).isEqualTo(new InSync("aarch64", pushed.commit()));
            assertThat(server.requests()).containsExactly("GET /zlib-feedstock/info/refs?service=git-upload-pack");
        }
        try (var files = Files.walk(directory.resolve("work"))) {
            assertThat(files.filter(Files::isRegularFile)).noneMatch(file -> contains(file, PASSWORD));
        }
    }

    @Test
    void aWrongTokenIsSaidWithoutTellingIt() throws IOException {
        try (GitHttpServer server = new GitHttpServer(directory.resolve("own"), "another")) {
            assertThatThrownBy(() -> publishTo(server))
                    .isInstanceOfSatisfying(
                            RepositoryException.class,
                            e -> assertThat(e.fix()).isEqualTo("the token was refused: has it expired?"))
                    .hasMessageContaining("not authorized")
                    .hasMessageNotContaining(PASSWORD);
        }
    }

    @Test
    void aServerErrorSaysToRunAgain() throws IOException {
        try (GitHttpServer server = new GitHttpServer(directory.resolve("own"), PASSWORD)) {
            server.answer(new Answer(503, "Server", "busy"));
            assertThatThrownBy(() -> publishTo(server))
                    .isInstanceOfSatisfying(
                            RepositoryException.class,
                            e -> assertThat(e.fix())
                                    .isEqualTo("run the same command again: it goes on where it stopped"))
                    .hasMessageContaining("503");
        }
    }

    @Test
    void aRepositoryThatMovedIsReportedAndNotFollowed() throws IOException {
        try (GitHttpServer server = new GitHttpServer(directory.resolve("own"), PASSWORD)) {
            server.answer(new Answer(301, "Location", server.address() + "/renamed/info/refs"));
            assertThatThrownBy(() -> publishTo(server))
                    .isInstanceOfSatisfying(
                            RepositoryException.class,
                            e -> assertThat(e.fix())
                                    .isEqualTo("the repository was renamed or moved: correct remote: in port.yaml"));
        }
    }

    @Test
    void nobodyListeningIsAMatterOfTheNetwork() throws IOException {
        String address;
        try (GitHttpServer server = new GitHttpServer(directory.resolve("own"), PASSWORD)) {
            address = server.address() + "/zlib-feedstock";
        }
        assertThatThrownBy(() -> publisher("work").publish(content(1), at(address), new DirectPush()))
                .isInstanceOf(RepositoryException.class)
                .hasMessageStartingWith(address + ": no connection: ");
    }

    @Test
    void aPasswordInTheAddressIsRefused() {
        assertThatThrownBy(() -> publisher("work")
                        .publish(content(1), at("https://me:" + PASSWORD + "@example.org/x"), new DirectPush()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has credentials in it")
                .hasMessageNotContaining(PASSWORD);
    }

    @Test
    void publishesThroughSshToAHostThatIsKnown() throws Exception {
        try (GitSshServer server = new GitSshServer(directory.resolve("own"), directory.resolve("home"))) {
            server.makeKnown();
            Moved pushed = (Moved)
                    publisher("work").publish(content(1), at(server.address() + "/zlib-feedstock"), new DirectPush());
            assertThat(own.git("rev-parse", "aarch64")).isEqualTo(pushed.commit() + "\n");
        }
    }

    @Test
    void anUnknownSshHostIsRefused() throws Exception {
        try (GitSshServer server = new GitSshServer(directory.resolve("own"), directory.resolve("home"))) {
            assertThatThrownBy(() -> publisher("work")
                            .publish(content(1), at(server.address() + "/zlib-feedstock"), new DirectPush()))
                    .isInstanceOfSatisfying(
                            RepositoryException.class,
                            e -> assertThat(e.fix())
                                    .isEqualTo("its host key is not in ~/.ssh/known_hosts: check it,"
                                            + " then ssh there once by hand"));
        }
    }

    private PublishOutcome publishTo(GitHttpServer server) {
        assumeTrue(GitHttpBackend.isThere(), "skipped: no git-http-backend on this machine");
        return publisher("work").publish(content(1), at(server.address() + "/zlib-feedstock"), new DirectPush());
    }

    private PublishOutcome publish(int rendered) {
        return publisher("work").publish(content(rendered), at(address(own)), new DirectPush());
    }

    private Publisher publisher(String work) {
        return new Publisher(directory.resolve(work), access(), PublishGate.of(Integer.MAX_VALUE));
    }

    private RemoteAccess access() {
        return new RemoteAccess(
                Optional.of(AccessToken.of(PASSWORD)), Duration.ofSeconds(20), directory.resolve("home"), time);
    }

    private FeedstockAddresses at(String address) {
        return new FeedstockAddresses(address, address(upstream));
    }

    private static String address(Git repository) {
        return "file://" + repository.directory();
    }

    private BranchContent content(int number) {
        return new SmallFeedstock("zlib", start).content(number);
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
