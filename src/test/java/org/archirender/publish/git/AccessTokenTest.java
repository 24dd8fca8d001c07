package org.archirender.publish.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.archirender.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokenTest {
    private static final String SECRET = "ghp_0123456789secret";

    @TempDir
    Path directory;

    @Test
    void whiteSpaceAroundATokenIsDropped() throws IOException {
        assertThat(AccessToken.of(" " + SECRET + "\r\n").secret()).isEqualTo(SECRET);
        assertThat(AccessToken.read(file(SECRET + "\nsecond line\n", "rw-------"))
                        .secret())
                .isEqualTo(SECRET);
    }

    @Test
    void aTokenPrintsAsStarsAndIsBlottedOut() {
        assertThat(AccessToken.of(SECRET)).hasToString("***");
        assertThat(AccessToken.of(SECRET).blot("at https://x:" + SECRET + "@h")).isEqualTo("at https://x:***@h");
    }

    /** As servers have it in what they say back: in pages, headers, JSON and logs. */
    @Test
    void aTokenIsBlottedOutInEveryEncoding() {
        String odd = "gh/p+01\"23\\45<6789>secret";
        AccessToken token = AccessToken.of(odd);
        byte[] bytes = odd.getBytes(StandardCharsets.US_ASCII);
        String percent = odd.chars().mapToObj("%%%02x"::formatted).collect(Collectors.joining());
        List<String> echoes = new ArrayList<>(List.of(
                odd,
                percent,
                percent.toUpperCase(Locale.ROOT),
                URLEncoder.encode(odd, StandardCharsets.UTF_8),
                percent.replace("%", "%25"),
                odd.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"),
                odd.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining()),
                odd.replace("<", "&#60;").replace(">", "&#x3E;").replace("\"", "&#34;"),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes)));
        for (String prefix : List.of("", "x-access-token:", "me:", "a:", "Bearer ")) {
            byte[] whole = (prefix + odd).getBytes(StandardCharsets.US_ASCII);
            echoes.add(Base64.getEncoder().encodeToString(whole));
            echoes.add(Base64.getUrlEncoder().withoutPadding().encodeToString(whole));
        }
        assertThat(echoes)
                .allSatisfy(echo -> assertThat(token.blot("< " + echo + " >")).isEqualTo("< *** >"));
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        for (String open : List.of("rw-r-----", "rw----r--", "rw--w----", "rw-----w-")) {
            Path file = file(SECRET, open);
            assertThatThrownBy(() -> AccessToken.read(file))
                    .isInstanceOf(InputException.class)
                    .hasMessage(file + ": the token file may be read or written by others\n  fix: chmod 600 " + file);
        }
    }

    @Test
    void anEmptyOrMissingFileIsNamed() throws IOException {
        Path empty = file("\n", "r--------");
        assertThatThrownBy(() -> AccessToken.read(empty)).hasMessageStartingWith(empty + ": the token file is empty");
        assertThatThrownBy(() -> AccessToken.read(directory.resolve("none")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none: the token file can't be read: there is no such file");
    }

    @Test
    void aTokenThatNoHeaderCanCarryIsRefusedWithoutTellingIt() throws IOException {
        for (String odd : List.of("ghp_012\n3456789", "ghp_012 3456789", "ghp_012\u0001", "ghp_\u00fc")) {
            assertThatThrownBy(() -> AccessToken.of(odd))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("ARCHI_RENDER_TOKEN: the token has characters in it")
                    .hasMessageNotContaining("ghp_");
        }
        Path file = file("ghp_\u00fc", "rw-------");
        assertThatThrownBy(() -> AccessToken.read(file)).hasMessageStartingWith(file + ": the token has characters");
    }

    private Path file(String text, String permissions) throws IOException {
        Path file = directory.resolve("token-" + permissions);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
    }
}
