package org.archirender.publish.fake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.RemoteAccess;
import org.archirender.publish.git.Site;
import org.archirender.publish.github.GitHubClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** For tests of what is asked of GitHub: {@code conda-forge/zlib-feedstock} on the stand-in, and a client of it. */
public abstract class UpstreamOnGitHub {
    protected static final String TOKEN = "ghp_0123456789secret";

    /** The folder that the stand-in serves. */
    @TempDir
    protected Path root;

    protected final VirtualTime time = new VirtualTime();
    private Optional<GitHubServer> server = Optional.empty();
    private String commit = "";

    @BeforeEach
    void anUpstreamFeedstock() throws IOException {
        commit = Git.init(root.resolve("conda-forge/zlib-feedstock")).commit("master", "Re-rendered");
        server = Optional.of(new GitHubServer(root));
    }

    @AfterEach
    void stop() {
        server.ifPresent(GitHubServer::close);
    }

    protected GitHubServer server() {
        return server.orElseThrow();
    }

    /** The one that upstream's {@code master} is at, 40 hex digits. */
    protected String commit() {
        return commit;
    }

    protected GitHubClient client() {
        return client(server().endpoint(), Duration.ofSeconds(20));
    }

    /** Of one at {@code endpoint}, with the token and the virtual time. */
    protected GitHubClient client(String endpoint, Duration timeout) {
        Set<Site> sites = Site.of(endpoint).map(Set::of).orElse(Set.of());
        RemoteAccess access = new RemoteAccess(Optional.of(AccessToken.of(TOKEN)), timeout, root, time).trusting(sites);
        return GitHubClient.at(endpoint, access);
    }
}
