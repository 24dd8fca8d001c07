package org.archirender.conda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlatformTest {
    @Test
    void bothSpellingsNameThePlatform() {
        assertThat(Platform.of("linux_aarch64")).isEqualTo(Platform.of("linux-aarch64"));
        assertThat(Platform.of("linux-aarch64").key()).isEqualTo("linux_aarch64");
        assertThat(Platform.of("linux-64").os()).isEqualTo("linux");
        assertThat(Platform.of("linux-64").arch()).isEqualTo("64");
        assertThat(Platform.of("osx-arm64")).hasToString("osx-arm64");
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
