package org.archirender.publish;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.archirender.problem.InputException;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.fake.VirtualTime;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.RemoteAccess;
import org.archirender.publish.github.GitHubClient;
import org.archirender.publish.github.GitHubForge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What no server that works answers: each is one line that says who must act, within the timeout. */
class OddAnswersTest {
    private static final String TOKEN = "ghp_0123456789secret";
    private static final String AGAIN = "run the same command again: it goes on where it stopped";
    private static final String PATH = "/repos/conda-forge/zlib-feedstock";
    private static final ResponseDefinitionBuilder REPOSITORY =
            okJson("{\"full_name\": \"conda-forge/zlib-feedstock\", \"name\": \"zlib-feedstock\","
                    + " \"owner\": {\"login\": \"conda-forge\"}, \"default_branch\": \"main\"}");
    private static final RemoteAccess ACCESS =
            new RemoteAccess(Optional.of(AccessToken.of(TOKEN)), Duration.ofSeconds(1), Path.of("home"));
    private static final WireMockServer SERVER =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    private final VirtualTime time = new VirtualTime();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void whatIsNotGitHubsAnswerMayBeAProxys() {
        List<ResponseDefinitionBuilder> odd = List.of(
                aResponse().withHeader("Content-Type", "text/html").withBody("<html>Log in to the hotel's network"),
                aResponse(),
                aResponse().withStatus(204),
                aResponse().withStatus(304),
                okJson("null"),
                okJson("\"" + TOKEN + "\""),
                okJson("[1, 2]"),
                okJson("{}"),
                okJson("{\"full_name\": {\"secret\": \"" + TOKEN + "\"}}"),
                okJson("{\"full_name\": \"conda-forge/zlib-fee"),
                aResponse().withStatus(301),
                aResponse().withStatus(301).withHeader("Location", "http://[" + TOKEN));
        for (ResponseDefinitionBuilder answer : odd) {
            assertThat(failure(answer).fix())
                    .isEqualTo("check --api, and whether a proxy answers in GitHub's place; then run the same command"
                            + " again");
        }
    }

    @Test
    void aConnectionThatBreaksOffIsTriedAgainByTheUser() {
        List<ResponseDefinitionBuilder> broken = new ArrayList<>(Stream.of(Fault.values())
                .map(fault -> aResponse().withFault(fault))
                .toList());
        broken.add(okJson("{\"full_name\": ").withHeader("Content-Length", "1000"));
        for (ResponseDefinitionBuilder answer : broken) {
            RepositoryException failure = failure(answer);
            assertThat(failure)
                    .hasMessage("127.0.0.1: conda-forge/zlib-feedstock:"
                            + " the connection broke off before the whole answer was there");
            assertThat(failure.fix()).isEqualTo(AGAIN);
        }
    }

    @Test
    void anAnswerThatNeverComesOrDripsInEndsWithTheTimeout() {
        assertThat(failure(okJson("{}").withFixedDelay(20_000))).hasMessageEndingWith(": no answer in time");
        assertThat(failure(okJson("{\"full_name\": \"conda-forge/zlib-feedstock\"}")
                        .withChunkedDribbleDelay(20, 20_000)))
                .hasMessageEndingWith(": no answer in time");
    }

    @Test
    void aServerErrorIsOneLineWhateverPageComesWithIt() {
        String page = "<html>\n<head><title>502 Bad Gateway " + TOKEN + "</title></head>\n</html>";
        assertThat(failure(aResponse()
                        .withStatus(502)
                        .withHeader("Content-Type", "text/html")
                        .withBody(page)))
                .hasMessage("127.0.0.1: conda-forge/zlib-feedstock: HTTP 502");
        assertThat(failure(aResponse().withStatus(500).withBody("{\"message\": \"Server Error\"}")))
                .hasMessageEndingWith(": Server Error");
        assertThat(failure(aResponse().withStatus(500))).hasMessageEndingWith(": HTTP 500");
        assertThat(failure(aResponse().withStatus(503).withBody("upstream\nis \u001b[31mdown")))
                .hasMessageEndingWith(": HTTP 503: upstream is [31mdown");
    }

    @Test
    void aRefusalIsQuotedWithTheRulesThatWereBroken() {
        String body = "{\"message\": \"Validation Failed\", \"errors\":"
                + " [{\"message\": \"No commits between a and b\"}, {\"field\": \"head\"}]}";
        assertThat(failure(aResponse().withStatus(422).withBody(body)))
                .hasMessageEndingWith(": Validation Failed: No commits between a and b");
        assertThat(failure(aResponse().withStatus(451).withBody("{\"message\": \"%s\"}".formatted("no ".repeat(200)))))
                .hasMessageEndingWith("no no…");
    }

    @Test
    void redirectsInACircleEnd() {
        assertThat(failure(aResponse().withStatus(301).withHeader("Location", PATH)))
                .hasMessageEndingWith(": it puts us off, or sends us on, again and again");
    }

    @Test
    void theTokenDoesNotFollowARedirectToAnotherHost() {
        answers(aResponse().withStatus(301).withHeader("Location", "http://localhost:" + SERVER.port() + "/elsewhere"));
        SERVER.stubFor(get("/elsewhere").willReturn(REPOSITORY));
        assertThat(forge().find("conda-forge", "zlib-feedstock")).isPresent();
        SERVER.verify(getRequestedFor(urlEqualTo(PATH)).withHeader("Authorization", equalTo("Bearer " + TOKEN)));
        SERVER.verify(getRequestedFor(urlEqualTo("/elsewhere")).withoutHeader("Authorization"));
        assertThat(failure(aResponse().withStatus(301).withHeader("Location", "http://host.invalid/x"))
                        .fix())
                .isEqualTo("check the network and the host's name in --api");
    }

    @Test
    void aLimitIsWaitedOutAsItAsks() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                time.now().plusSeconds(90).atZone(ZoneOffset.UTC));
        ResponseDefinitionBuilder secondary =
                aResponse().withStatus(403).withBody("{\"message\": \"You have exceeded a secondary rate limit.\"}");
        ResponseDefinitionBuilder usedUp = aResponse()
                .withStatus(403)
                .withHeader("X-RateLimit-Remaining", "0")
                .withHeader(
                        "X-RateLimit-Reset", "" + time.now().minusSeconds(100).getEpochSecond());
        assertThat(waits(aResponse().withStatus(429).withHeader("Retry-After", date)))
                .isBetween(Duration.ofSeconds(89), Duration.ofSeconds(90));
        assertThat(waits(aResponse().withStatus(429).withHeader("Retry-After", "7")))
                .isEqualTo(Duration.ofSeconds(7));
        assertThat(waits(aResponse().withStatus(429).withHeader("X-RateLimit-Reset", "4000000000")))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(waits(secondary)).isEqualTo(Duration.ofMinutes(1));
        assertThat(waits(secondary.withHeader("Retry-After", "0"))).isEqualTo(Duration.ofSeconds(1));
        assertThat(waits(usedUp)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aLimitThatNeverEndsDoesNotHoldUsForEver() {
        assertThat(failure(aResponse().withStatus(429).withHeader("Retry-After", "7")))
                .hasMessageEndingWith(": it puts us off, or sends us on, again and again");
        assertThat(failure(aResponse().withStatus(429).withHeader("Retry-After", "3600")))
                .hasMessageContaining("is used up for 60 more minutes");
    }

    @Test
    void aTokenThatEndsInTheMiddleOfAForkSaysSo() {
        forkUntil("forked");
        SERVER.stubFor(post(PATH + "/forks")
                .willReturn(aResponse().withStatus(401).withBody("{\"message\": \"Bad credentials\"}")));
        RepositoryException failure = catchThrowableOfType(RepositoryException.class, this::fork);
        assertThat(failure).hasMessage("127.0.0.1: conda-forge/zlib-feedstock: Bad credentials");
        assertThat(failure.fix()).isEqualTo("the token was refused: has it expired?");
    }

    @Test
    void aForkThatWasAcceptedAndDoesNotStayIsNotWaitedForForEver() {
        forkUntil("gone");
        RepositoryException failure = catchThrowableOfType(RepositoryException.class, this::fork);
        assertThat(failure).hasMessage("127.0.0.1: the fork Archiconda/zlib-feedstock is not there after 5 minutes");
        assertThat(failure.fix()).isEqualTo(AGAIN);
    }

    @Test
    void anAddressThatWouldTellTheTokenIsRefused() {
        assertThatThrownBy(() -> GitHubClient.at("http://github.example.org/api/v3", ACCESS, time))
                .isInstanceOf(InputException.class)
                .hasMessage("--api http://github.example.org/api/v3: everybody on the way there could read the token"
                        + "\n  fix: use https://");
        assertThatThrownBy(() -> GitHubClient.at("github.example.org", ACCESS, time))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is no address of an API");
    }

    /** A fork that is accepted, seen once, and then gone. */
    private static void forkUntil(String state) {
        String own = "/repos/Archiconda/zlib-feedstock";
        answers(REPOSITORY);
        SERVER.stubFor(get("/orgs/Archiconda").willReturn(okJson("{\"login\": \"Archiconda\"}")));
        SERVER.stubFor(get(own).willReturn(aResponse().withStatus(404)));
        SERVER.stubFor(post(PATH + "/forks")
                .inScenario("fork")
                .willReturn(okJson("{}").withStatus(202))
                .willSetStateTo("forked"));
        SERVER.stubFor(get(own).inScenario("fork")
                .whenScenarioStateIs("forked")
                .willReturn(okJson("{\"full_name\": \"Archiconda/zlib-feedstock\", \"default_branch\": \"main\"}"))
                .willSetStateTo(state));
    }

    private void fork() {
        new Forker(forge(), "conda-forge", "Archiconda", "aarch64").fork("zlib-feedstock", false);
    }

    /** How long {@code answer} is waited out, before the next one is taken. */
    private Duration waits(ResponseDefinitionBuilder answer) {
        answers(REPOSITORY);
        SERVER.stubFor(get(PATH)
                .inScenario("limit")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(answer)
                .willSetStateTo("over"));
        time.slept().clear();
        assertThat(forge().find("conda-forge", "zlib-feedstock")).isPresent();
        assertThat(time.slept()).hasSize(1);
        return time.slept().get(0);
    }

    /** What comes of {@code answer}, which is always one line, with somebody to act and without the token. */
    private RepositoryException failure(ResponseDefinitionBuilder answer) {
        answers(answer);
        RepositoryException failure =
                catchThrowableOfType(RepositoryException.class, () -> forge().find("conda-forge", "zlib-feedstock"));
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage() + failure.fix()).doesNotContain(TOKEN, "\n");
        assertThat(failure.fix()).isNotBlank();
        return failure;
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        SERVER.resetAll();
        SERVER.stubFor(get("/rate_limit").willReturn(aResponse().withStatus(404)));
        SERVER.stubFor(get(PATH).willReturn(answer));
    }

    private GitHubForge forge() {
        return new GitHubForge(GitHubClient.at("http://127.0.0.1:" + SERVER.port(), ACCESS, time));
    }
}
