package org.archirender.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.archirender.overlay.EditResult;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.publish.PublishOutcome.Behind;
import org.archirender.publish.PublishOutcome.Foreign;
import org.archirender.publish.PublishOutcome.InSync;
import org.archirender.publish.PublishOutcome.Proposed;
import org.archirender.publish.fake.Git;
import org.archirender.publish.fake.GitHttpBackend;
import org.archirender.publish.fake.GitHubRequest;
import org.archirender.publish.fake.GitHubServer;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.Pause;
import org.archirender.publish.git.RemoteAccess;
import org.archirender.publish.git.Site;
import org.archirender.publish.github.GitHubClient;
import org.archirender.publish.github.Home;
import org.archirender.publish.github.PullRequests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pull requests from renderings, on the stand-in for GitHub. */
class ProposalTest {
    private static final Home HOME = new Home("Archiconda", "zlib-feedstock");
    private static final String OWN = "Archiconda/zlib-feedstock";
    private static final String HEAD = "archi-render/zlib";

    @TempDir
    Path directory;

    private Optional<GitHubServer> server = Optional.empty();
    private Git own = new Git(Path.of(""));
    private String start = "";

    @BeforeEach
    void aFork() throws IOException {
        assumeTrue(GitHttpBackend.isThere(), "skipped: no git-http-backend on this machine");
        Git upstream = Git.init(directory.resolve("hub/conda-forge/zlib-feedstock"));
        start = upstream.commit("master", "Re-rendered");
        own = Git.init(directory.resolve("hub").resolve(OWN));
        own.git("fetch", "-q", upstream.directory().toString(), "master:master");
        server = Optional.of(new GitHubServer(directory.resolve("hub"), Optional.of("ghp_secret")));
    }

    @AfterEach
    void stop() {
        server.ifPresent(GitHubServer::close);
    }

    @Test
    void theFirstOneStartsThePortsBranchAtUpstreamsCommitAndProposesTheRest() {
        assertThat(propose(1).text()).startsWith("opened pull request #1 (");
        assertThat(own.git("rev-parse", "aarch64")).isEqualTo(start + "\n");
        assertThat(own.git("rev-parse", HEAD + "~2")).isEqualTo(start + "\n");
        assertThat(server().pulls())
                .singleElement()
                .satisfies(pull -> assertThat(pull)
                        .containsEntry("title", "Render zlib 1.2.11 for linux-aarch64")
                        .containsEntry("body", """
                        conda-forge/zlib-feedstock at %s, rendered for linux-aarch64.

                        ### Edits

                        - `bump-number`: the first build for it, see https://example.org/1

                        ### Variants

                        - added `linux_aarch64_.yaml`
                        - removed `linux_aarch64_old.yaml`

                        Inputs: `sha256:0001`

                        Made by archi-render. What is wrong here is fixed in the overlay of zlib: this branch then follows.
                        """.formatted(start)));
    }

    @Test
    void theSecondRunLooksAndLeavesItAlone() {
        propose(1);
        server().requests().clear();
        assertThat(propose(1).text()).startsWith("pull request #1 (").endsWith(") is open");
        assertThat(server().requests()).extracting(GitHubRequest::method).doesNotContain("PATCH");
        assertThat(server().requests()).noneMatch(GitHubRequest::isPush);
        assertThat(server().pulls()).hasSize(1);
    }

    @Test
    void aChangeGoesOnTopAndTheTextFollows() {
        propose(1);
        String before = head();
        assertThat(propose(2).text()).startsWith("updated pull request #1 (");
        assertThat(own.git("rev-parse", HEAD + "~")).isEqualTo(before);
        assertThat(server().pulls())
                .singleElement()
                .satisfies(pull -> assertThat(pull.get("body")).asString().contains("Inputs: `sha256:0002`"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneThatWasMergedIsOurWorkAndItsBranchGoes(boolean squash) {
        propose(1);
        String merged = server().merge(OWN, 1, squash);
        assertThat(propose(1)).isEqualTo(new InSync("aarch64", merged));
        assertThat(own.git("branch", "--list")).doesNotContain(HEAD);
        assertThat(own.git("for-each-ref", "--format=%(refname)", "refs/archi-render"))
                .matches("refs/archi-render/aarch64/[0-9a-f]{40}\n");
        assertThat(push(1)).isEqualTo(new InSync("aarch64", merged));
        assertThat(propose(2)).isInstanceOf(Proposed.class);
        assertThat(own.git("rev-parse", HEAD + "~")).isEqualTo(merged + "\n");
        assertThat(server().pulls()).extracting(pull -> pull.get("state")).containsExactly("closed", "open");
    }

    @Test
    void aBranchThatStayedBehindASquashMergeTakesThePortsBranchIn() {
        propose(1);
        String stale = head().strip();
        String merged = server().merge(OWN, 1, true);
        assertThat(propose(2)).isInstanceOf(Proposed.class);
        assertThat(own.git("log", "-1", "--format=%P", HEAD)).isEqualTo(merged + " " + stale + "\n");
        assertThat(own.git("merge-tree", "--write-tree", merged, HEAD).strip())
                .isEqualTo(own.git("rev-parse", HEAD + "^{tree}").strip());
        server().merge(OWN, 2, false);
        assertThat(propose(2)).isInstanceOf(InSync.class);
    }

    @Test
    void whatSomebodyClosedIsNotOpenedAgainUntilItChanges() {
        propose(1);
        server().close(OWN, 1);
        assertThat(propose(1).word()).isEqualTo("declined");
        assertThat(server().pulls()).hasSize(1);
        own.git("update-ref", "-d", "refs/heads/" + HEAD);
        assertThat(propose(1).word()).isEqualTo("declined");
        assertThat(own.git("branch", "--list")).doesNotContain(HEAD);
        assertThat(propose(2)).isInstanceOf(Proposed.class);
        assertThat(server().pulls()).extracting(pull -> pull.get("state")).containsExactly("closed", "open");
    }

    @Test
    void whenNothingIsLeftToChangeItIsClosedAndMayComeAgain() {
        push(1);
        propose(2);
        assertThat(propose(1)).satisfies(withdrawn -> {
            assertThat(withdrawn.text())
                    .startsWith("closed pull request #1 (")
                    .endsWith("), nothing is left to change");
            assertThat(withdrawn.isCalm()).isTrue();
        });
        assertThat(server().pulls())
                .singleElement()
                .satisfies(pull -> assertThat(pull).containsEntry("state", "closed"));
        assertThat(own.git("branch", "--list")).doesNotContain(HEAD);
        assertThat(propose(2)).isInstanceOf(Proposed.class);
        assertThat(server().pulls()).extracting(pull -> pull.get("state")).containsExactly("closed", "open");
    }

    @Test
    void aRunThatEndedAfterItsPushIsFinishedByTheNext() {
        server().answerOnce(
                        request -> request.method().equals("POST")
                                && request.target().endsWith("/pulls"),
                        502,
                        Map.of(),
                        "<html>Bad gateway</html>");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> propose(1)))
                .hasMessageStartingWith("127.0.0.1: Archiconda/zlib-feedstock: ");
        assertThat(server().pulls()).isEmpty();
        assertThat(propose(1)).isInstanceOf(Proposed.class);
        assertThat(server().pulls()).hasSize(1);
    }

    @Test
    void oneThatAnotherPublisherOpenedMeanwhileIsTakenForOurs() {
        propose(1);
        for (int look = 0; look < 2; look++) {
            server().answerOnce(
                            request -> request.method().equals("GET")
                                    && request.rest().startsWith("pulls"),
                            200,
                            Map.of(),
                            "[]");
        }
        assertThat(propose(2).text()).startsWith("updated pull request #1 (");
        assertThat(server().requests())
                .filteredOn(request ->
                        request.method().equals("POST") && request.rest().equals("pulls"))
                .hasSize(2);
        assertThat(server().pulls()).hasSize(1);
    }

    @Test
    void commitsOfPeopleOnEitherBranchAreReportedAndStay() {
        propose(1);
        String theirs = own.commit(HEAD, "Fix it here", head().strip());
        assertThat(propose(2))
                .isInstanceOfSatisfying(
                        Foreign.class, foreign -> assertThat(foreign.branch()).isEqualTo(HEAD));
        assertThat(head()).isEqualTo(theirs + "\n");
        own.commit("aarch64", "And here", start);
        assertThat(propose(2))
                .isInstanceOfSatisfying(
                        Foreign.class, foreign -> assertThat(foreign.branch()).isEqualTo("aarch64"));
    }

    @Test
    void aDryRunProposesNothing() {
        assertThat(publisher(PublishGate.dryRun()).publish(content(1), addresses(), new Proposal(pulls(), HOME)))
                .isInstanceOf(Behind.class);
        assertThat(own.git("for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/master\n");
    }

    @Test
    void aLookTellsOfTheOpenOne() {
        propose(1);
        var standing =
                publisher(PublishGate.dryRun()).publish(content(1), addresses(), new Look(pulls(), Optional.of(HOME)));
        assertThat(standing.found()).isInstanceOf(Behind.class);
        assertThat(standing.open())
                .map(Proposed::pullRequest)
                .hasValueSatisfying(pull -> assertThat(pull)
                        .hasToString("pull request #1 (" + server().endpoint() + "/" + OWN + "/pull/1)"));
    }

    private String head() {
        return own.git("rev-parse", HEAD);
    }

    private GitHubServer server() {
        return server.orElseThrow();
    }

    private PublishOutcome propose(int number) {
        return publisher(PublishGate.of(1)).publish(content(number), addresses(), new Proposal(pulls(), HOME));
    }

    private PublishOutcome push(int number) {
        return publisher(PublishGate.of(1)).publish(content(number), addresses(), new DirectPush());
    }

    private Publisher publisher(PublishGate gate) {
        return new Publisher(directory.resolve("work"), access(), gate);
    }

    private PullRequests pulls() {
        return new PullRequests(GitHubClient.at(
                server().endpoint(),
                access().trusting(Set.of(Site.of(server().endpoint()).orElseThrow()))));
    }

    private RemoteAccess access() {
        return new RemoteAccess(
                Optional.of(AccessToken.of("ghp_secret")),
                Duration.ofSeconds(20),
                directory.resolve("home"),
                Pause.system(note -> {}));
    }

    private FeedstockAddresses addresses() {
        return new FeedstockAddresses(
                server().endpoint() + "/" + OWN, server().endpoint() + "/conda-forge/zlib-feedstock");
    }

    private BranchContent content(int number) {
        return new SmallFeedstock("zlib", start).content(number, edits(number));
    }

    private static List<EditResult> edits(int number) {
        return Overlay.read("""
                        overlay: 1
                        package: zlib
                        edits:
                          - bump-number: %d
                            why: the first build for it
                            upstream: https://example.org/1
                        """.formatted(number), "overlays/zlib/overlay.yaml").edits().stream()
                .map(edit -> new EditResult(edit, EditStatus.APPLIED, "done", List.of()))
                .toList();
    }
}
