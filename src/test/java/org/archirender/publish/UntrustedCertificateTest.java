package org.archirender.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.archirender.problem.RepositoryException;
import org.archirender.publish.fake.GitHubServer;
import org.archirender.publish.fake.VirtualTime;
import org.archirender.publish.git.AccessToken;
import org.archirender.publish.git.Remote;
import org.archirender.publish.git.RemoteAccess;
import org.archirender.publish.github.GitHubClient;
import org.archirender.publish.github.GitHubForge;
import org.archirender.publish.github.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A GitHub Enterprise whose certificate is signed by an authority that Java does not know. */
class UntrustedCertificateTest {
    private static final RemoteAccess ACCESS = new RemoteAccess(
            Optional.of(AccessToken.of("ghp_0123456789secret")),
            Duration.ofSeconds(20),
            Path.of("home"),
            new VirtualTime());
    private static final String FIX = "have the server's owner fix it, or give Java the authority that signed it with"
            + " JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=FILE";

    @TempDir
    Path directory;

    private Optional<GitHubServer> server = Optional.empty();

    @BeforeEach
    void start() throws Exception {
        server = Optional.of(GitHubServer.https(directory.resolve("hub"), signedByItself()));
    }

    @AfterEach
    void stop() {
        server.ifPresent(GitHubServer::close);
    }

    @Test
    void itsApiIsNotAskedAnything() {
        GitHubForge forge = new GitHubForge(GitHubClient.at(server().endpoint(), ACCESS));
        RepositoryException failure = catchThrowableOfType(
                RepositoryException.class, () -> forge.find(new Home("conda-forge", "zlib-feedstock")));
        assertThat(failure)
                .hasMessageStartingWith(
                        "localhost: conda-forge/zlib-feedstock: the server's certificate is not trusted: ");
        assertThat(failure.fix()).isEqualTo(FIX);
        assertThat(server().requests()).isEmpty();
    }

    @Test
    void itsGitIsNotAskedAnything() {
        String address = server().endpoint() + "/Archiconda/zlib-feedstock";
        try (FeedstockRepository repository = FeedstockRepository.open(directory.resolve("zlib.git"))) {
            RepositoryException failure = catchThrowableOfType(
                    RepositoryException.class, () -> Remote.at(address, ACCESS).refs(repository.git()));
            assertThat(failure).hasMessageStartingWith(address + ": the server's certificate is not trusted: ");
            assertThat(failure.fix()).isEqualTo(FIX);
        }
        assertThat(server().requests()).isEmpty();
    }

    private SSLContext signedByItself() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = directory.resolve("keys.p12");
        char[] password = "changeit".toCharArray();
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        String.valueOf(password)))
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private GitHubServer server() {
        return server.orElseThrow();
    }
}
