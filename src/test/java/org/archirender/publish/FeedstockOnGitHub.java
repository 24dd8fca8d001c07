package org.archirender.publish;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.archirender.publish.fake.Git;
import org.archirender.publish.fake.GitHubServer;
import org.archirender.publish.fake.VirtualTime;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.RemoteAccess;

/** An upstream feedstock and our fork of it on the stand-in for GitHub, and renderings to push there. */
final class FeedstockOnGitHub implements AutoCloseable {
    static final String TOKEN = "ghp_0123456789secret";
    static final String OWN = "Archiconda/zlib-feedstock";
    private final Path directory;
    private final Git own;
    private final GitHubServer server;
    private final String start;
    private final VirtualTime time = new VirtualTime();
    private Duration timeout = Duration.ofSeconds(20);

    FeedstockOnGitHub(Path directory) throws IOException {
        this.directory = directory;
        Path root = directory.resolve("github");
        Git upstream = Git.init(root.resolve("conda-forge/zlib-feedstock"));
        this.start = upstream.commit("master", "Re-rendered");
        this.own = Git.init(root.resolve(OWN));
        own.git("fetch", "-q", upstream.directory().toString(), "master:master");
        this.server = new GitHubServer(root, Optional.of(TOKEN));
    }

    GitHubServer server() {
        return server;
    }

    int port() {
        return URI.create(server.endpoint()).getPort();
    }

    /** The fork itself, from outside. */
    Git own() {
        return own;
    }

    /** What was waited for. */
    VirtualTime time() {
        return time;
    }

    void timeout(Duration time) {
        timeout = time;
    }

    /** Where the fork is for one who reaches the server, or something in front of it, on {@code port}. */
    static String address(int port) {
        return "http://127.0.0.1:" + port + "/" + OWN;
    }

    /** Pushes the rendering {@code number} with what {@code work} remembers. */
    PublishOutcome push(String work, String address, int number) {
        RemoteAccess access =
                new RemoteAccess(Optional.of(AccessToken.of(TOKEN)), timeout, directory.resolve("home"), time);
        Publisher publisher = new Publisher(directory.resolve(work), access, PublishGate.of(Integer.MAX_VALUE));
        return publisher.publish(
                new SmallFeedstock("zlib", start).content(number),
                new FeedstockAddresses(address, server.endpoint() + "/conda-forge/zlib-feedstock"),
                new DirectPush());
    }

    @Override
    public void close() {
        server.close();
    }
}
