package org.archirender.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.overlay.Overlay;
import org.archirender.problem.InputException;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.fake.CuttingProxy;
import org.archirender.publish.fake.CuttingProxy.Ending;
import org.archirender.publish.fake.CuttingProxy.Side;
import org.archirender.publish.fake.CuttingProxy.Trouble;
import org.archirender.publish.fake.GitHubAnswer;
import org.archirender.publish.fake.GitHubRequest;
import org.archirender.publish.fake.GitHubServer;
import org.archirender.publish.fake.UpstreamOnGitHub;
import org.archirender.publish.github.GitHubForge;
import org.archirender.publish.github.Home;
import org.junit.jupiter.api.Test;

/** What no server that works answers: each is one line that says who must act, within the timeout. */
class OddAnswersTest extends UpstreamOnGitHub {
    private static final String AGAIN = "run the same command again: it goes on where it stopped";
    private static final String PATH = "/repos/conda-forge/zlib-feedstock";
    private static final String OWN = "/repos/Archiconda/zlib-feedstock";
    private static final GitHubAnswer REPOSITORY =
            json("{\"full_name\": \"conda-forge/zlib-feedstock\", \"name\": \"zlib-feedstock\","
                    + " \"owner\": {\"login\": \"conda-forge\"}, \"default_branch\": \"main\"}");

    @Test
    void whatIsNotGitHubsAnswerMayBeAProxys() {
        List<GitHubAnswer> odd = List.of(
                GitHubAnswer.of(200, "<html>Log in to the hotel's network").with("Content-Type", "text/html"),
                GitHubAnswer.of(200, ""),
                GitHubAnswer.of(204, ""),
                GitHubAnswer.of(304, ""),
                json("null"),
                json("\"" + TOKEN + "\""),
                json("[1, 2]"),
                json("{}"),
                json("{\"full_name\": {\"secret\": \"" + TOKEN + "\"}}"),
                json("{\"full_name\": \"conda-forge/zlib-fee"),
                GitHubAnswer.of(301, ""),
                GitHubAnswer.of(301, "").with("Location", "http://[" + TOKEN));
        for (GitHubAnswer answer : odd) {
            assertThat(failure(answer).fix())
                    .isEqualTo("check --api, and whether a proxy answers in GitHub's place; then run the same command"
                            + " again");
        }
    }

    @Test
    void aConnectionThatBreaksOffIsTriedAgainByTheUser() {
        broken(failure(json("{\"full_name\": ").with("Content-Length", "1000")));
    }

    @Test
    void aConnectionThatEndsInNonsenseIsTriedAgainByTheUser() throws IOException {
        List<Ending> endings = List.of(
                Ending.CLOSED,
                Ending.RESET,
                Ending.after("lskdu018973t09sylgasjkfg1"),
                Ending.after("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nlskdu018973t09sylgasjkfg1"));
        try (CuttingProxy proxy =
                new CuttingProxy(URI.create(server().endpoint()).getPort())) {
            for (Ending ending : endings) {
                proxy.fail(new Trouble("GET " + PATH, 1, Side.SERVER, 0, ending));
                broken(failure("http://127.0.0.1:" + proxy.port()));
            }
        }
    }

    private static void broken(RepositoryException failure) {
        assertThat(failure)
                .hasMessage("127.0.0.1: conda-forge/zlib-feedstock:"
                        + " the connection broke off before the whole answer was there");
        assertThat(failure.fix()).isEqualTo(AGAIN);
    }

    @Test
    void anAnswerThatNeverComesOrDripsInEndsWithTheTimeout() {
        assertThat(failure(REPOSITORY.dripping(Duration.ofSeconds(1)))).hasMessageEndingWith(": no answer in time");
        server().delay(Duration.ofSeconds(20));
        assertThat(failure(json("{}"))).hasMessageEndingWith(": no answer in time");
    }

    @Test
    void aServerErrorIsOneLineWhateverPageComesWithIt() {
        String page = "<html>\n<head><title>502 Bad Gateway " + TOKEN + "</title></head>\n</html>";
        assertThat(failure(GitHubAnswer.of(502, page).with("Content-Type", "text/html")))
                .hasMessage("127.0.0.1: conda-forge/zlib-feedstock: HTTP 502");
        assertThat(failure(GitHubAnswer.of(500, "{\"message\": \"Server Error\"}")))
                .hasMessageEndingWith(": Server Error");
        assertThat(failure(GitHubAnswer.of(500, ""))).hasMessageEndingWith(": HTTP 500");
        assertThat(failure(GitHubAnswer.of(503, "upstream\nis \u001b[31mdown")))
                .hasMessageEndingWith(": HTTP 503: upstream is [31mdown");
    }

    @Test
    void aRefusalIsQuotedWithTheRulesThatWereBroken() {
        String body = "{\"message\": \"Validation Failed\", \"errors\":"
                + " [{\"message\": \"No commits between a and b\"}, {\"field\": \"head\"}]}";
        assertThat(failure(GitHubAnswer.of(422, body)))
                .hasMessageEndingWith(": Validation Failed: No commits between a and b");
        assertThat(failure(GitHubAnswer.of(451, "{\"message\": \"%s\"}".formatted("no ".repeat(200)))))
                .hasMessageEndingWith("no no…");
    }

    @Test
    void anAnswerLargerThanGitHubsAreIsNotReadToItsEnd() {
        RepositoryException failure = failure(GitHubAnswer.of(200, "[" + " ".repeat(16 << 20) + "]"));
        assertThat(failure).hasMessage("127.0.0.1: conda-forge/zlib-feedstock: its answer is larger than GitHub's are");
        assertThat(failure.fix()).startsWith("check --api, and whether a proxy answers in GitHub's place");
    }

    @Test
    void redirectsInACircleEnd() {
        assertThat(failure(GitHubAnswer.of(301, "").with("Location", PATH)))
                .hasMessageEndingWith(": it puts us off, or sends us on, again and again");
    }

    @Test
    void theTokenDoesNotFollowARedirectToAnotherHost() {
        String elsewhere = server().endpoint().replace("127.0.0.1", "localhost") + "/elsewhere";
        GitHubAnswer moved = GitHubAnswer.of(301, "").with("Location", elsewhere);
        server().answer(request -> Optional.of(request.target().equals("/elsewhere") ? REPOSITORY : moved));
        assertThat(forge().find(new Home("conda-forge", "zlib-feedstock"))).isPresent();
        assertThat(server().requests())
                .extracting(GitHubRequest::target, GitHubRequest::authorization)
                .containsExactly(tuple(PATH, Optional.of("Bearer " + TOKEN)), tuple("/elsewhere", Optional.empty()));
        assertThat(failure(GitHubAnswer.of(301, "").with("Location", "http://host.invalid/x"))
                        .fix())
                .isEqualTo("check the network and the host's name in --api");
    }

    @Test
    void aLimitIsWaitedOutAsItAsks() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                time.now().plusSeconds(90).atZone(ZoneOffset.UTC));
        GitHubAnswer secondary = GitHubAnswer.of(403, "{\"message\": \"You have exceeded a secondary rate limit.\"}");
        GitHubAnswer usedUp = GitHubAnswer.of(403, "")
                .with("X-RateLimit-Remaining", "0")
                .with("X-RateLimit-Reset", "" + time.now().minusSeconds(100).getEpochSecond());
        assertThat(waits(GitHubAnswer.of(429, "").with("Retry-After", date)))
                .isBetween(Duration.ofSeconds(89), Duration.ofSeconds(90));
        assertThat(waits(GitHubAnswer.of(429, "").with("Retry-After", "7"))).isEqualTo(Duration.ofSeconds(7));
        assertThat(waits(GitHubAnswer.of(429, "").with("X-RateLimit-Reset", "4000000000")))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(waits(secondary)).isEqualTo(Duration.ofMinutes(1));
        assertThat(waits(secondary.with("Retry-After", "0"))).isEqualTo(Duration.ofSeconds(1));
        assertThat(waits(usedUp)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aLimitThatNeverEndsDoesNotHoldUsForEver() {
        assertThat(failure(GitHubAnswer.of(429, "").with("Retry-After", "7")))
                .hasMessage("127.0.0.1: it puts us off again and again");
        assertThat(time.slept()).hasSize(10);
        assertThat(failure(GitHubAnswer.of(429, "").with("Retry-After", "3600")))
                .hasMessageContaining("is used up for 60 more minutes");
    }

    @Test
    void aTokenThatEndsInTheMiddleOfAForkSaysSo() {
        server().answerOnce(
                        request -> request.rest().equals("forks"),
                        401,
                        Map.of(),
                        GitHubServer.message("Bad credentials"));
        RepositoryException failure = catchThrowableOfType(RepositoryException.class, this::fork);
        assertThat(failure).hasMessage("127.0.0.1: conda-forge/zlib-feedstock: Bad credentials");
        assertThat(failure.fix()).isEqualTo("the token was refused: has it expired?");
    }

    @Test
    void aForkThatWasAcceptedAndDoesNotStayIsNotWaitedForForEver() {
        GitHubAnswer absent = GitHubAnswer.of(404, "");
        server().answerOnce(request -> request.rest().equals("forks"), 202, Map.of(), "{}");
        for (GitHubAnswer look : List.of(absent, json(REPOSITORY.body().replace("conda-forge", "Archiconda")))) {
            server().answerOnce(request -> request.target().equals(OWN), look.status(), look.headers(), look.body());
        }
        RepositoryException failure = catchThrowableOfType(RepositoryException.class, this::fork);
        assertThat(failure).hasMessage("127.0.0.1: the fork Archiconda/zlib-feedstock is not there after 5 minutes");
        assertThat(failure.fix()).isEqualTo(AGAIN);
    }

    @Test
    void anAddressThatWouldTellTheTokenIsRefused() {
        assertThatThrownBy(() -> client("http://github.example.org/api/v3", Duration.ofSeconds(1)))
                .isInstanceOf(InputException.class)
                .hasMessage("--api http://github.example.org/api/v3: everybody on the way there could read the token"
                        + "\n  fix: use https://");
        assertThatThrownBy(() -> client("github.example.org", Duration.ofSeconds(1)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is no address of an API");
    }

    private void fork() {
        new Forker(forge(), ForkerTest.port("Archiconda"), "127.0.0.1")
                .fork(Overlay.read("overlay: 1\npackage: zlib\n", "overlays/zlib/overlay.yaml"), false);
    }

    /** How long {@code answer} is waited out, before the next one is taken. */
    private Duration waits(GitHubAnswer answer) {
        server().answerOnce(answer.status(), answer.headers(), answer.body());
        time.slept().clear();
        assertThat(forge().find(new Home("conda-forge", "zlib-feedstock"))).isPresent();
        assertThat(time.slept()).hasSize(1);
        return time.slept().get(0);
    }

    /** What comes of {@code answer}, which is always one line, with somebody to act and without the token. */
    private RepositoryException failure(GitHubAnswer answer) {
        server().answer(request -> Optional.of(answer));
        return failure(server().endpoint());
    }

    private RepositoryException failure(String endpoint) {
        GitHubForge forge = new GitHubForge(client(endpoint, Duration.ofSeconds(1)));
        RepositoryException failure = catchThrowableOfType(
                RepositoryException.class, () -> forge.find(new Home("conda-forge", "zlib-feedstock")));
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage() + failure.fix()).doesNotContain(TOKEN, "\n");
        assertThat(failure.fix()).isNotBlank();
        return failure;
    }

    private GitHubForge forge() {
        return new GitHubForge(client());
    }

    private static GitHubAnswer json(String body) {
        return GitHubAnswer.of(200, body).with("Content-Type", "application/json");
    }
}
