package org.archirender.overlay.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No token in here is one: each is put together of what it looks like. */
class SecretsTest {
    @ParameterizedTest
    @CsvSource({
        "ghp_, 36, a token of GitHub",
        "ghs_, 36, a token of GitHub",
        "github_pat_, 40, a token of GitHub",
        "AKIA, 0, an access key of AWS",
        "xoxb-, 12, a token of Slack"
    })
    void tokensOfServicesAreKnownByTheirBeginning(String beginning, int more, String what) {
        String token = beginning + (more == 0 ? "ABCDEFGH12345678" : "a1".repeat(more / 2));
        assertThat(Secrets.in("x = " + token + "\n")).hasValue(what);
        assertThat(Secrets.in("x" + token)).as("in the middle of a word").isEmpty();
        assertThat(Secrets.in(beginning)).isEmpty();
    }

    @Test
    void tokensOfAnacondaLookLikeThis() {
        assertThat(Secrets.in("my-" + "01234567-0123-0123-0123-" + "0123456789ab"))
                .hasValue("a token of anaconda.org");
        assertThat(Secrets.in("01234567-0123-0123-0123-0123456789ab"))
                .as("any other id")
                .isEmpty();
    }

    @Test
    void aKeyInAFile() {
        assertThat(Secrets.in("-----BEGIN RSA PRIVATE" + " KEY-----\nMIIE")).hasValue("a private key");
        assertThat(Secrets.in("-----BEGIN PUBLIC KEY-----\nMIIE")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://me:hunter22@example.org/x, true",
        "https://example.org:8080/a@b, false",
        "https://me@example.org/x, false",
        "https://$USER:$TOKEN@example.org/x, false",
        "https://me:${TOKEN}@example.org/x, false"
    })
    void aPasswordInAnAddress(String address, boolean secret) {
        assertThat(Secrets.in("git clone " + address).isPresent()).isEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BINSTAR_TOKEN", "password", "my-secret", "api_key", "APIKEY", "a.access_key", "Passphrase"})
    void aValueIsOneByItsKey(String key) {
        assertThat(Secrets.in(key, "correcthorse")).hasValue("a " + key + " in clear");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens", "keyboard", "secretary", "TOKEN_NAME", "key"})
    void anotherKeyMakesNoSecret(String key) {
        assertThat(Secrets.in(key, "correcthorse")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$BINSTAR_TOKEN",
                "${BINSTAR_TOKEN}",
                "'${BINSTAR_TOKEN}'",
                "\"$BINSTAR_TOKEN\"",
                "<encrypted>",
                "{{ secret }}",
                "@token@",
                "%TOKEN%",
                "BINSTAR_TOKEN",
                "true",
                "short"
            })
    void aReferenceIsNoSecret(String value) {
        assertThat(Secrets.in("TOKEN", value)).isEmpty();
    }
}
