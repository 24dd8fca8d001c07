package org.archirender.publish;

import static org.archirender.publish.FeedstockOnGitHub.OWN;
import static org.archirender.publish.FeedstockOnGitHub.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.PublishOutcome.Moved;
import org.archirender.publish.fake.GitHttpBackend;
import org.archirender.publish.fake.GitHubServer;
import org.archirender.publish.fake.GitSshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What GitHub says no to when git asks: one line that says who must act, and a next run that works when they did. */
class RefusedPushTest {
    private static final String NOT_PERMITTED = ": git-receive-pack not permitted"
            + " FIX the account may not write there, or the repository is archived: ask the organisation's owner";

    @TempDir
    Path directory;

    private Optional<FeedstockOnGitHub> github = Optional.empty();

    @BeforeEach
    void aFeedstockThatWasPublished() throws IOException {
        assumeTrue(GitHttpBackend.isThere(), "skipped: no git-http-backend on this machine");
        github = Optional.of(new FeedstockOnGitHub(directory));
        feedstock().push("first", address(), 1);
    }

    @AfterEach
    void stop() {
        github.ifPresent(FeedstockOnGitHub::close);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, info/refs?service=git-upload-pack, 503, 503 Service Unavailable",
        "POST, git-upload-pack, 502, 502 Bad Gateway",
        "GET, info/refs?service=git-receive-pack, 500, 500 Internal Server Error",
        "POST, git-receive-pack, 504, 504 Gateway Timeout"
    })
    void aServerErrorIsTriedAgain(String method, String end, int status, String said) {
        server().answerOnce(
                        request -> request.method().equals(method)
                                && request.target().endsWith("/" + end),
                        status,
                        Map.of("Content-Type", "text/html"),
                        "<html>\n" + TOKEN + "</html>");
        assertThat(failure()).isEqualTo(": " + said + " FIX run the same command again: it goes on where it stopped");
        works();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, info/refs?service=git-upload-pack, 429, 7, 7",
        "POST, git-upload-pack, 502, 2, 2",
        "GET, info/refs?service=git-receive-pack, 503, 'Thu, 01 Jan 1970 00:00:00 GMT', 1",
        "POST, git-receive-pack, 429, '', 60",
        "POST, git-receive-pack, 503, 900, 900"
    })
    void aServerThatSaysLaterIsAskedAgainLater(String method, String end, int status, String asked, int waited) {
        Map<String, String> header = asked.isEmpty() ? Map.of() : Map.of("Retry-After", asked);
        server().answerOnce(
                        request -> request.method().equals(method)
                                && request.target().endsWith("/" + end),
                        status,
                        header,
                        "");
        works();
        assertThat(github.orElseThrow().time().slept()).containsExactly(Duration.ofSeconds(waited));
    }

    @Test
    void aServerThatSaysMuchLaterIsLeftToTheUser() {
        server().answerOnce(request -> !request.isPush(), 429, Map.of("Retry-After", "901"), "");
        assertThat(failure())
                .isEqualTo(
                        ": its rate limit is used up for 15 more minutes FIX run the same command again then: it goes on"
                                + " where it stopped");
        works();
    }

    @Test
    void aTokenThatExpiresBetweenFetchAndPushSaysSo() {
        AtomicBoolean once = new AtomicBoolean(true);
        server().answerOnce(
                        request -> {
                            if (request.isPush() && once.getAndSet(false)) {
                                server().expireToken();
                            }
                            return false;
                        },
                        500,
                        Map.of(),
                        "");
        assertThat(failure()).isEqualTo(": not authorized FIX the token was refused: has it expired?");
        server().renewToken();
        works();
    }

    @Test
    void anArchivedRepositoryIsLeftAlone() {
        server().archive(OWN);
        assertThat(failure()).isEqualTo(NOT_PERMITTED);
    }

    @Test
    void aRenamedRepositoryIsNotFollowed() {
        server().rename(OWN, "Archiconda/zlib-ng-feedstock");
        assertThat(failure())
                .isEqualTo(": Cannot redirect because http.followRedirects is false (HTTP status 301)"
                        + " FIX the repository was renamed or moved: correct remote: in port.yaml");
    }

    @Test
    void missingPermissionNamesWhoToAsk() {
        server().denyWriting(OWN);
        assertThat(failure()).isEqualTo(NOT_PERMITTED);
    }

    @Test
    void aProtectedBranchIsQuoted() {
        server().protect(OWN, "aarch64");
        assertThat(failure())
                .isEqualTo(": branch aarch64 was rejected by the remote: protected branch hook declined:"
                        + " error: GH006: Protected branch update failed for refs/heads/aarch64."
                        + " error: Changes must be made through a pull request."
                        + " FIX let the port's account push to branch aarch64, or publish with pull requests");
    }

    @Test
    void aHooksMessageIsQuoted() throws IOException {
        server().hook(
                        OWN,
                        "pre-receive",
                        "#!/bin/sh\necho 'CI is frozen until Monday' >&2\necho 'ask '" + TOKEN + " >&2\nexit 1\n");
        assertThat(failure())
                .isEqualTo(": branch aarch64 was rejected by the remote: pre-receive hook declined:"
                        + " CI is frozen until Monday ask ***"
                        + " FIX look at the hook or the protection of branch aarch64 there");
        Files.delete(feedstock().own().directory().resolve("hooks/pre-receive"));
        works();
    }

    @Test
    void anSshServerThatTakesNoKeySaysWhatToDoAboutKeys() throws Exception {
        Path home = directory.resolve("home");
        try (GitSshServer ssh = new GitSshServer(directory.resolve("github"), home)) {
            ssh.makeKnown();
            Files.delete(home.resolve(".ssh/id_ecdsa"));
            RepositoryException failure = catchThrowableOfType(
                    RepositoryException.class, () -> feedstock().push("work", ssh.address() + "/" + OWN, 2));
            assertThat(failure)
                    .hasMessageStartingWith(ssh.address() + "/" + OWN + ": Cannot log in at 127.0.0.1:")
                    .hasMessageNotContaining("\n");
            assertThat(failure.fix())
                    .isEqualTo("it took none of your ssh keys: load the right one into the agent,"
                            + " or name it in ~/.ssh/config");
        }
    }

    @Test
    void aPushThatIsRefusedOverSshSaysWhoToAsk() throws Exception {
        try (GitSshServer ssh = new GitSshServer(directory.resolve("github"), directory.resolve("home"))) {
            ssh.makeKnown();
            ssh.refusePushes("ERROR: This repository was archived so it is read-only.");
            RepositoryException failure = catchThrowableOfType(
                    RepositoryException.class, () -> feedstock().push("work", ssh.address() + "/" + OWN, 2));
            assertThat(failure).hasMessage(ssh.address() + "/" + OWN + ": push not permitted");
            assertThat(failure.fix())
                    .isEqualTo("the account may not write there, or the repository is archived:"
                            + " ask the organisation's owner");
        }
        works();
    }

    private void works() {
        PublishOutcome outcome = feedstock().push("work", address(), 2);
        assertThat(outcome)
                .isEqualTo(new Moved(
                        "pushed",
                        "aarch64",
                        feedstock().own().git("rev-parse", "aarch64").strip(),
                        1));
        assertThat(feedstock().own().git("rev-list", "--count", "aarch64")).isEqualTo("4\n");
    }

    /** What a run says after the address, and its fix. */
    private String failure() {
        RepositoryException failure = catchThrowableOfType(
                RepositoryException.class, () -> feedstock().push("work", address(), 2));
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage() + failure.fix()).doesNotContain(TOKEN, "\n", "null", "Exception");
        return String.valueOf(failure.getMessage()).replace(address(), "") + " FIX " + failure.fix();
    }

    private String address() {
        return server().endpoint() + "/" + OWN;
    }

    private FeedstockOnGitHub feedstock() {
        return github.orElseThrow();
    }

    private GitHubServer server() {
        return feedstock().server();
    }
}
