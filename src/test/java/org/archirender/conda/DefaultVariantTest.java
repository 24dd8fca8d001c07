package org.archirender.conda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DefaultVariantTest {
    /** conda-build's DEFAULT_VARIANTS under Python 3.10. */
    @Test
    void languagesAreThoseOfPython310() {
        assertThat(DefaultVariant.languages()).hasToString("{lua=5, numpy=1.22, perl=5.26.2, python=3.10, r_base=3.5}");
    }

    /** conda-build's DEFAULT_COMPILERS. */
    @Test
    void compilersAreThoseOfTheOperatingSystem() {
        assertThat(DefaultVariant.compilers(Platform.of("linux-ppc64le")))
                .hasToString("{c_compiler=gcc, cxx_compiler=gxx, fortran_compiler=gfortran}");
        assertThat(DefaultVariant.compilers(Platform.of("osx-arm64")))
                .hasToString("{c_compiler=clang, cxx_compiler=clangxx, fortran_compiler=gfortran}");
        assertThat(DefaultVariant.compilers(Platform.of("win-64")))
                .hasToString("{c_compiler=vs2017, cxx_compiler=vs2017, fortran_compiler=gfortran, vc=14}");
        assertThat(DefaultVariant.compilers(Platform.of("zos-z"))).isEmpty();
    }
}
