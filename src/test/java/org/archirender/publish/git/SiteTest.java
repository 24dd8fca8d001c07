package org.archirender.publish.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.archirender.publish.fake.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
    @ParameterizedTest
    @CsvSource({
        "https://github.com/a/b, https://github.com",
        "https://GitHub.COM.:443/a/b, https://github.com",
        "https://github.com:8443/a, https://github.com:8443",
        "http://127.0.0.1:8080/a, http://127.0.0.1:8080",
        "https://b\u00fccher.example/a, https://xn--bcher-kva.example",
        "git@github.com:a/b.git, https://github.com",
        "ssh://git@github.com:22/a/b, https://github.com",
        "https://github.com.evil.example/a, https://github.com.evil.example",
        "https://evil.example/github.com, https://evil.example"
    })
    void anAddressHasOneServer(String address, String site) {
        assertThat(Site.of(address)).map(Site::toString).hasValue(site);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/git/zlib", "file:///srv/git/zlib", "ftp://github.com/a", "../zlib", "https://"})
    void whatIsNoServerHasNone(String address) {
        assertThat(Site.of(address)).isEmpty();
    }

    /** What looks like the server that was named, and is another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://github.com/a",
                "https://github.com:444/a",
                "https://github.com@evil.example/a",
                "https://github.com:x@evil.example/a",
                "https://github.com.evil.example/a",
                "https://evilgithub.com/a",
                "https://www.github.com/a",
                "https://evil.example/@github.com",
                "https://evil.example#@github.com",
                "https://evil.example?github.com",
                "https://g\u0456thub.com/a",
                "https://github.com%2eevil.example/a"
            })
    void anotherServerGetsNoToken(String address) {
        assertThat(Site.of(address).flatMap(access(Site.GITHUB)::tokenFor)).isEmpty();
    }

    @Test
    void aSecretIsNotReadableOnItsWay() {
        for (String open : new String[] {"http://example.org", "http://127.0.0.1.evil.example", "http://10.0.0.1"}) {
            Site site = Site.of(open).orElseThrow();
            assertThat(access(site).tokenFor(site)).isEmpty();
        }
        for (String here : new String[] {"http://127.0.0.1:80", "http://localhost:99", "http://[::1]:9/x"}) {
            Site site = Site.of(here).orElseThrow();
            assertThat(access(site).tokenFor(site)).isPresent();
        }
    }

    private static RemoteAccess access(Site named) {
        return new RemoteAccess(
                        Optional.of(AccessToken.of("ghp_0123456789")),
                        Duration.ofSeconds(1),
                        Path.of("/"),
                        new VirtualTime())
                .trusting(Set.of(named));
    }
}
