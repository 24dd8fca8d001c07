package org.archirender.publish.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in says what GitHub says: the texts are those of docs.github.com and of public issues that quote them. */
class GitHubServerTest {
    private static final String TOKEN = "ghp_0123456789secret";
    private static final String REPOSITORY = "Archiconda/zlib-feedstock";

    @TempDir
    Path root;

    private final HttpClient client = HttpClient.newHttpClient();
    private Optional<GitHubServer> server = Optional.empty();
    private Git git = new Git(Path.of(""));
    private String base = "";

    @BeforeEach
    void aBranchAndAProposal() throws IOException {
        git = Git.init(root.resolve(REPOSITORY));
        base = git.commit("aarch64", "Re-rendered");
        git.commit("archi-render/zlib", "Render zlib\n\nArchi-Render-Base: 1", base);
        server = Optional.of(new GitHubServer(root, Optional.of(TOKEN)));
    }

    @AfterEach
    void stop() {
        server.ifPresent(GitHubServer::close);
    }

    @Test
    void thereIsOneOpenPullRequestForAHeadAndABase() throws Exception {
        JsonNode pull = open("archi-render/zlib", "aarch64", 201);
        assertThat(pull.path("head").path("label").asText()).isEqualTo("Archiconda:archi-render/zlib");
        assertThat(open("Archiconda:archi-render/zlib", "aarch64", 422)
                        .path("errors")
                        .get(0)
                        .path("message")
                        .asText())
                .isEqualTo("A pull request already exists for Archiconda:archi-render/zlib.");
        assertThat(open("aarch64", "aarch64", 422)
                        .path("errors")
                        .get(0)
                        .path("message")
                        .asText())
                .isEqualTo("No commits between aarch64 and aarch64");
        assertThat(open("gone", "aarch64", 422)
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asText())
                .isEqualTo("head");
    }

    @Test
    void pullRequestsAreListedByStateHeadAndBaseNewestFirst() throws Exception {
        open("archi-render/zlib", "aarch64", 201);
        server().close(REPOSITORY, 1);
        open("archi-render/zlib", "aarch64", 201);
        assertThat(list("state=all&head=Archiconda:archi-render/zlib&base=aarch64&sort=created&direction=desc"))
                .extracting(pull -> pull.path("number").asInt())
                .containsExactly(2, 1);
        assertThat(list("state=closed"))
                .extracting(pull -> pull.path("number").asInt())
                .containsExactly(1);
        assertThat(list("head=Archiconda:another")).isEmpty();
        assertThat(list("base=master")).isEmpty();
    }

    @Test
    void anOpenPullRequestFollowsItsBranchAndIsClosedWithIt() throws Exception {
        open("archi-render/zlib", "aarch64", 201);
        String newer = git.commit("archi-render/zlib", "Render again", base);
        assertThat(pull().path("head").path("sha").asText()).isEqualTo(newer);
        git.git("update-ref", "-d", "refs/heads/archi-render/zlib");
        assertThat(pull().path("state").asText()).isEqualTo("closed");
        assertThat(pull().path("merged_at").isNull()).isTrue();
        assertThat(pull().path("head").path("sha").asText()).isEqualTo(newer);
    }

    @Test
    void whatTheBaseHoldsIsMergedAndWhatWasTakenBackIsNot() throws Exception {
        open("archi-render/zlib", "aarch64", 201);
        git.git("update-ref", "refs/heads/aarch64", "archi-render/zlib");
        assertThat(pull().path("merged").asBoolean()).isTrue();
        git.commit(
                "archi-render/zlib",
                "Render more",
                git.git("rev-parse", "aarch64").strip());
        open("archi-render/zlib", "aarch64", 201);
        git.git("update-ref", "refs/heads/archi-render/zlib", base);
        assertThat(list("state=closed").get(0).path("merged_at").isNull()).isTrue();
    }

    @Test
    void aMergeHasGitHubsMessage() throws Exception {
        open("archi-render/zlib", "aarch64", 201);
        server().merge(REPOSITORY, 1, false);
        assertThat(git.git("log", "-1", "--format=%B%p", "aarch64"))
                .startsWith("Merge pull request #1 from Archiconda/archi-render/zlib\n\nRender\n")
                .containsPattern("[0-9a-f]{7} [0-9a-f]{7}\n$");
        assertThat(pull().path("merged_at").isNull()).isFalse();
    }

    @Test
    void aSquashHasTheTitleAndWhatTheCommitsSay() throws Exception {
        open("archi-render/zlib", "aarch64", 201);
        server().merge(REPOSITORY, 1, true);
        assertThat(git.git("log", "-1", "--format=%B", "aarch64").strip())
                .isEqualTo("Render (#1)\n\nArchi-Render-Base: 1");
        assertThat(git.git("rev-parse", "aarch64~")).isEqualTo(base + "\n");
        git.commit("archi-render/zlib", "Two", git.commit("archi-render/zlib", "One", base));
        open("archi-render/zlib", "aarch64", 201);
        server().merge(REPOSITORY, 2, true);
        assertThat(git.git("log", "-1", "--format=%B", "aarch64").strip()).isEqualTo("Render (#2)\n\n* One\n\n* Two");
    }

    @Test
    void aTokenIsNeededAndExpires() throws Exception {
        assertThat(send("GET", "/repos/" + REPOSITORY, "", "Bearer another").statusCode())
                .isEqualTo(401);
        assertThat(rest("GET", "/repos/" + REPOSITORY, "").statusCode()).isEqualTo(200);
        server().expireToken();
        assertThat(rest("GET", "/repos/" + REPOSITORY, "").body()).contains("Bad credentials");
    }

    @Test
    void aRenamedRepositoryIsKnownByItsNumber() throws Exception {
        server().rename(REPOSITORY, "Archiconda/zlib-ng-feedstock");
        HttpResponse<String> moved = rest("GET", "/repos/" + REPOSITORY, "");
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(rest("GET", moved.headers().firstValue("Location").orElseThrow(), "")
                        .body())
                .contains("\"full_name\":\"Archiconda/zlib-ng-feedstock\"");
    }

    @Test
    void oneRequestTooManyIsRefusedOnce() throws Exception {
        server().rateLimit(1, Instant.EPOCH);
        assertThat(rest("GET", "/repos/" + REPOSITORY, "").statusCode()).isEqualTo(200);
        assertThat(rest("GET", "/repos/" + REPOSITORY, "").headers().map())
                .containsEntry("x-ratelimit-remaining", List.of("0"));
        assertThat(rest("GET", "/repos/" + REPOSITORY, "").statusCode()).isEqualTo(200);
    }

    private JsonNode open(String head, String base, int status) throws Exception {
        String body = new ObjectMapper()
                .writeValueAsString(Map.of("title", "Render", "head", head, "base", base, "body", "one edit"));
        HttpResponse<String> answer = rest("POST", "/repos/" + REPOSITORY + "/pulls", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new ObjectMapper().readTree(answer.body());
    }

    private JsonNode list(String query) throws Exception {
        return new ObjectMapper()
                .readTree(rest("GET", "/repos/" + REPOSITORY + "/pulls?" + query, "")
                        .body());
    }

    private JsonNode pull() throws Exception {
        return new ObjectMapper()
                .readTree(rest("GET", "/repos/" + REPOSITORY + "/pulls/1", "").body());
    }

    private HttpResponse<String> rest(String method, String path, String body) throws Exception {
        return send(method, path, body, "Bearer " + TOKEN);
    }

    private HttpResponse<String> send(String method, String path, String body, String authorization) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server().endpoint() + path))
                        .method(method, BodyPublishers.ofString(body))
                        .header("Authorization", authorization)
                        .build(),
                BodyHandlers.ofString());
    }

    private GitHubServer server() {
        return server.orElseThrow();
    }
}
