package org.archirender.publish.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
