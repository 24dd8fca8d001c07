package org.archirender.conda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    @Test
    void bothSpellingsNameThePlatform() {
        assertThat(Platform.of("linux_aarch64")).isEqualTo(Platform.of("linux-aarch64"));
        assertThat(Platform.of("linux-aarch64").key()).isEqualTo("linux_aarch64");
        assertThat(Platform.of("linux-64").os()).isEqualTo("linux");
        assertThat(Platform.of("linux-64").arch()).isEqualTo("64");
        assertThat(Platform.of("osx-arm64")).hasToString("osx-arm64");
    }

    @ParameterizedTest
    @CsvSource({
        "linux-64, x86_64, linux/amd64, x86_64",
        "linux-32, i686, linux/386, i686",
        "linux-aarch64, aarch64, linux/arm64, aarch64",
        "linux-armv7l, armv7l, linux/arm/v7, arm",
        "linux-ppc64le, ppc64le, linux/ppc64le, ppc64le",
        "linux-s390x, s390x, linux/s390x, s390x"
    })
    void unameDockerAndQemuHaveNamesOfTheirOwn(String subdir, String machine, String docker, String qemu) {
        Platform platform = Platform.of(subdir);
        assertThat(platform.machine()).isEqualTo(machine);
        assertThat(platform.docker()).isEqualTo(docker);
        assertThat(platform.qemu()).isEqualTo(qemu);
    }

    @Test
    void whatHasNotTwoPartsIsNoPlatform() {
        for (String name : new String[] {"noarch", "linux-", "-64", "", "a-b-c"}) {
            assertThatThrownBy(() -> Platform.of(name))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("'" + name + "' is no platform such as linux-aarch64");
        }
    }
}
