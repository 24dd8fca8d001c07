package org.archirender.publish;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.fake.VirtualTime;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.Remote;
import org.archirender.publish.git.RemoteAccess;
import org.archirender.publish.github.GitHubClient;
import org.archirender.publish.github.GitHubForge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A GitHub Enterprise whose certificate is signed by an authority that Java does not know. */
class UntrustedCertificateTest {
    private static final RemoteAccess ACCESS = new RemoteAccess(
            Optional.of(AccessToken.of("ghp_0123456789secret")), Duration.ofSeconds(20), Path.of("home"));
    private static final String FIX = "have the server's owner fix it, or give Java the authority that signed it with"
            + " JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=FILE";

    @TempDir
    Path directory;

    private final WireMockServer server =
            new WireMockServer(options().dynamicHttpsPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void itsApiIsNotAskedAnything() {
        GitHubForge forge =
                new GitHubForge(GitHubClient.at("https://localhost:" + server.httpsPort(), ACCESS, new VirtualTime()));
        RepositoryException failure =
                catchThrowableOfType(RepositoryException.class, () -> forge.find("conda-forge", "zlib-feedstock"));
        assertThat(failure)
                .hasMessageStartingWith(
                        "localhost: conda-forge/zlib-feedstock: the server's certificate is not trusted: ");
        assertThat(failure.fix()).isEqualTo(FIX);
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void itsGitIsNotAskedAnything() {
        String address = "https://localhost:" + server.httpsPort() + "/Archiconda/zlib-feedstock";
        try (FeedstockRepository repository = FeedstockRepository.open(directory.resolve("zlib.git"))) {
            RepositoryException failure = catchThrowableOfType(
                    RepositoryException.class, () -> Remote.at(address, ACCESS).refs(repository.git()));
            assertThat(failure).hasMessageStartingWith(address + ": the server's certificate is not trusted: ");
            assertThat(failure.fix()).isEqualTo(FIX);
        }
        assertThat(server.getAllServeEvents()).isEmpty();
    }
}
