package org.archirender.variant.file;

import static org.archirender.variant.Configs.combined;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.archirender.conda.Platform;
import org.junit.jupiter.api.Test;

class VariantFileNameTest {
    private static String name(String space, String... loopKeys) {
        return VariantFileName.of(Platform.of("linux-aarch64"), combined(space), Set.of(loopKeys), "zlib");
    }

    @Test
    void withoutLoopKeysItIsThePlatformAndAnUnderscore() {
        assertThat(name("zlib: 1\n")).isEqualTo("linux_aarch64_");
    }

    @Test
    void loopKeysAreSortedAndStandBeforeTheirValues() {
        assertThat(name("python: 3.9\nmpi: nompi\n", "python", "mpi")).isEqualTo("linux_aarch64_mpinompipython3.9");
    }

    @Test
    void theTargetPlatformIsNoPartOfIt() {
        assertThat(name("target_platform: linux-aarch64\n", "target_platform")).isEqualTo("linux_aarch64_");
    }

    @Test
    void starsAndBlanksBecomeUnderscores() {
        assertThat(name("python: 3.10.* *_cpython\n", "python")).isEqualTo("linux_aarch64_python3.10.____cpython");
    }

    @Test
    void whatFileSystemsRefuseIsLeftOut() {
        assertThat(name("docker_image: '<a>:b?c,\"d/|e\\'\n", "docker_image"))
                .isEqualTo("linux_aarch64_docker_imageabcde");
    }

    @Test
    void theFirstValueCounts() {
        assertThat(name("a: [1, 1]\n", "a")).isEqualTo("linux_aarch64_a1");
    }

    @Test
    void aNameThatIsTooLongForWindowsIsCutAndHashed() {
        String fits = "x".repeat(174);
        assertThat(name("a: " + fits + "\n", "a"))
                .isEqualTo("linux_aarch64_a" + fits + "")
                .hasSize(189);
        String cut = name("a: " + fits + "x\n", "a");
        assertThat(cut).matches("linux_aarch64_ax+_h[0-9a-f]{8}").hasSize(189);
        assertThat(cut).isNotEqualTo(name("a: " + fits + "xx\n", "a"));
    }
}
