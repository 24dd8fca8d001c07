package org.archirender.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void whatHoldsASecretIsSeenInEveryKindOfAddress() {
        assertThat(List.of(
                        "https://me:secret@example.org/a",
                        "https://ghp_secret@github.com/a/b",
                        "HTTPS://ghp_secret@github.com/a/b",
                        " https://ghp_secret@github.com/a/b",
                        "https:\\\\ghp_secret@github.com/a/b",
                        "http://x-access-token:@example.org/a",
                        "ftp://me@example.org/a",
                        "ssh://git:secret@example.org/a",
                        "git+ssh://git:secret@example.org/a",
                        "git:secret@example.org:a/b",
                        "https://example.org/t/to-12345/channel",
                        "https://example.org/a?access_token=1",
                        "https://example.org/a?x=1&api-key=2",
                        "https://example.org/a#password=1"))
                .allSatisfy(address ->
                        assertThat(Address.wrongWith(address)).as(address).isEqualTo(Address.CREDENTIALS));
    }

    @Test
    void aUsersNameForSshIsNoSecretAndNeitherIsAnAtSignInAPath() {
        assertThat(List.of(
                        "git@github.com:a/b.git",
                        "ssh://git@example.org:22/a",
                        "git+ssh://git@example.org/a",
                        "https://example.org/a@b",
                        "/srv/git/a@b:c",
                        "file:///srv/git/a",
                        "conda-forge/zlib-feedstock",
                        "archiarm"))
                .allSatisfy(address ->
                        assertThat(Address.wrongWith(address)).as(address).isEmpty());
    }

    @Test
    void anAddressHasAnEndAndIsNotQuoted() {
        String longest = "a@".repeat(1000);
        assertThat(Address.wrongWith(longest)).isEmpty();
        assertThatThrownBy(() -> Address.check(Location.of("--from"), longest + "@"))
                .isInstanceOf(InputException.class)
                .hasMessage("--from: has more than the 2000 characters that an address may have"
                        + "\n  fix: give the address alone, and the token in ARCHI_RENDER_TOKEN or with --token-file");
    }
}
