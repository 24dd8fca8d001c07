package org.archirender.publish.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.fake.Git;
import org.archirender.publish.fake.GitHubServer;
import org.archirender.publish.fake.UpstreamOnGitHub;
import org.archirender.publish.github.GitHubForge.Repository;
import org.junit.jupiter.api.Test;

class GitHubForgeTest extends UpstreamOnGitHub {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NAME = "zlib-feedstock";

    @Test
    void aRepositoryThatIsNotThereIsEmpty() {
        assertThat(forge().find(new Home("Archiconda", NAME))).isEmpty();
        assertThat(forge().find(new Home("conda-forge", NAME)))
                .hasValue(new Repository("conda-forge/zlib-feedstock", "master", false));
    }

    @Test
    void aForkIsWaitedForUntilItsBranchesAreThere() {
        server().forksTake(0, 2);
        forge().fork(new Home("conda-forge", NAME), new Home("Archiconda", NAME));
        assertThat(forge().head(new Home("Archiconda", NAME), "master")).hasValue(commit());
    }

    @Test
    void aForkOfNothingNamesTheOrganisation() {
        assertThatThrownBy(() -> forge().fork(
                                new Home("conda-forge", "zlip-feedstock"), new Home("Archiconda", "zlip-feedstock")))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        e -> assertThat(e.fix()).isEqualTo("check upstream-org: in port.yaml and the package's name"))
                .hasMessage("127.0.0.1: there is no conda-forge/zlip-feedstock to fork");
    }

    @Test
    void aBranchIsMadeAndBecomesTheDefault() {
        forge().createBranch(new Home("conda-forge", NAME), "aarch64", commit());
        forge().setDefaultBranch(new Home("conda-forge", NAME), "aarch64");
        assertThat(forge().head(new Home("conda-forge", NAME), "aarch64")).hasValue(commit());
        assertThat(server().defaultBranch("conda-forge/zlib-feedstock")).isEqualTo("aarch64");
    }

    @Test
    void aRenamedRepositoryIsReported() throws IOException {
        Git.init(root.resolve("conda-forge/zlib-ng-feedstock")).commit("master", "Renamed");
        server().rename("conda-forge/zlib-feedstock", "conda-forge/zlib-ng-feedstock");
        assertThatThrownBy(() -> forge().find(new Home("conda-forge", NAME)))
                .isInstanceOf(RepositoryException.class)
                .hasMessage("127.0.0.1: conda-forge/zlib-feedstock was renamed to conda-forge/zlib-ng-feedstock");
    }

    @Test
    void aRefusedTokenIsSaidWithoutTellingIt() {
        server().answerOnce(401, Map.of(), GitHubServer.message("Bad credentials for " + TOKEN));
        assertThatThrownBy(() -> forge().find(new Home("conda-forge", NAME)))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        e -> assertThat(e.fix()).isEqualTo("the token was refused: has it expired?"))
                .hasMessage("127.0.0.1: conda-forge/zlib-feedstock: Bad credentials for ***");
    }

    @Test
    void missingPermissionNamesWhoToAsk() {
        server().answerOnce(403, Map.of(), GitHubServer.message("Must have admin rights to Repository."));
        assertThatThrownBy(() -> forge().find(new Home("conda-forge", NAME)))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        e -> assertThat(e.fix())
                                .isEqualTo("the token's account may not do that: ask the organisation's owner"));
    }

    @Test
    void whatTheTokenMayNotChangeNamesWhoToAsk() {
        server().denyWriting("conda-forge/zlib-feedstock");
        assertThatThrownBy(() -> forge().createBranch(new Home("conda-forge", NAME), "aarch64", commit()))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        e -> assertThat(e.fix())
                                .isEqualTo("the token's account may not do that: ask the organisation's owner"))
                .hasMessage("127.0.0.1: conda-forge/zlib-feedstock: Resource not accessible by personal access token");
    }

    @Test
    void anArchivedRepositoryIsLeftAsItIs() {
        server().archive("conda-forge/zlib-feedstock");
        assertThat(forge().find(new Home("conda-forge", NAME)))
                .hasValue(new Repository("conda-forge/zlib-feedstock", "master", true));
        assertThatThrownBy(() -> forge().setDefaultBranch(new Home("conda-forge", NAME), "master"))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        e -> assertThat(e.fix())
                                .isEqualTo("the repository is archived: unarchive it, or set skip: in its overlay"));
    }

    @Test
    void aPullRequestOrARefThatLacksWhatItShallHaveIsNotOurFault() {
        PullRequests pulls = new PullRequests(client());
        PullRequests.Route route =
                new PullRequests.Route(new Home("conda-forge", NAME), "archi-render/zlib", "aarch64");
        for (String odd : List.of("[{}]", "[null]", "[{\"html_url\": \"x\", \"head\": {}}]", "{\"a\": 1}")) {
            server().answerOnce(request -> request.rest().equals("pulls"), 200, Map.of(), odd);
            assertThatThrownBy(() -> pulls.newest(route))
                    .isInstanceOf(RepositoryException.class)
                    .hasMessage("127.0.0.1: conda-forge/zlib-feedstock: what it answers is not what GitHub's API says");
        }
        server().answerOnce(request -> request.rest().startsWith("git/ref"), 200, Map.of(), "{}");
        assertThatThrownBy(() -> forge().head(new Home("conda-forge", NAME), "master"))
                .isInstanceOf(RepositoryException.class);
    }

    @Test
    void aGitHubThatIsNotReachedSaysWhichWay() {
        String gone = server().endpoint();
        server().close();
        assertThatThrownBy(() -> new GitHubForge(client(gone, PATIENCE)).find(new Home("conda-forge", NAME)))
                .hasMessage("127.0.0.1: conda-forge/zlib-feedstock: no connection");
        assertThatThrownBy(() ->
                        new GitHubForge(client("https://api.invalid", PATIENCE)).find(new Home("conda-forge", NAME)))
                .isInstanceOfSatisfying(
                        RepositoryException.class,
                        e -> assertThat(e.fix()).isEqualTo("check the network and the host's name in --api"))
                .hasMessage("api.invalid: conda-forge/zlib-feedstock: unknown host");
    }

    @Test
    void aSecondaryLimitIsWaitedOutAsLongAsItAsks() {
        server().answerOnce(403, Map.of("Retry-After", "7"), GitHubServer.message("secondary rate limit"));
        assertThat(forge().find(new Home("conda-forge", NAME))).isPresent();
        assertThat(time.slept()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aUsedUpRateLimitIsWaitedOut() {
        server().rateLimit(1, time.now().plusSeconds(30));
        GitHubForge forge = forge();
        for (int question = 0; question < 3; question++) {
            assertThat(forge.find(new Home("conda-forge", NAME))).isPresent();
        }
        assertThat(time.slept())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(32)));
    }

    @Test
    void aUsedUpRateLimitThatTakesTooLongIsAnError() {
        long reset = time.now().plus(Duration.ofMinutes(40)).getEpochSecond();
        Map<String, String> headers =
                Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Limit", "5000", "X-RateLimit-Reset", "" + reset);
        server().answerOnce(403, headers, GitHubServer.message("API rate limit exceeded"));
        assertThatThrownBy(() -> forge().find(new Home("conda-forge", NAME)))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining("rate limit is used up for 40 more minutes");
    }

    @Test
    void creationsKeepUnderEightyAMinuteAndFiveHundredAnHour() {
        ContentPace pace = new ContentPace(time);
        Instant start = time.now();
        List<Instant> made = new ArrayList<>();
        IntStream.range(0, 600).forEach(number -> {
            pace.await();
            made.add(time.now());
        });
        for (int i = 80; i < made.size(); i++) {
            assertThat(made.get(i)).isAfterOrEqualTo(made.get(i - 80).plusSeconds(60));
        }
        for (int i = 500; i < made.size(); i++) {
            assertThat(made.get(i)).isAfterOrEqualTo(made.get(i - 500).plusSeconds(3600));
        }
        assertThat(made.get(79)).isEqualTo(start);
    }

    private GitHubForge forge() {
        return new GitHubForge(client());
    }
}
