package org.archirender.variant.config;

import static org.archirender.variant.Configs.combined;
import static org.archirender.variant.Configs.config;
import static org.archirender.variant.Configs.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.variant.file.VariantFileText;
import org.junit.jupiter.api.Test;

class VariantCombinerTest {
    private static final String ZIPPED = "python: [3.9, 3.10]\nnumpy: [1.20, 1.21]\nzip_keys: [[python, numpy]]\n";

    @Test
    void laterConfigsReplaceEarlierOnes() {
        VariantSettings space = combined("zlib: [1.2, 1.3]\nbzip2: 1\n", "zlib: [2]\n");
        assertThat(texts(space)).hasToString("{bzip2=[1], zlib=[2]}");
        assertThat(space.values("zlib").get(0).at().file()).isEqualTo("b.yaml");
    }

    @Test
    void valuesKeepTheOrderOfTheirFile() {
        assertThat(texts(combined("python: [3.9, 3.10, 3.8]\n"), "python")).containsExactly("3.9", "3.10", "3.8");
    }

    @Test
    void pinsMergeByPackage() {
        VariantSettings space = combined(
                "pin_run_as_build: {zlib: {min_pin: x, max_pin: x}, bzip2: {max_pin: x}}",
                "pin_run_as_build: {zlib: {max_pin: x.x}}");
        assertThat(space.pinRunAsBuild()).hasToString("{bzip2={max_pin=x}, zlib={max_pin=x.x}}");
    }

    @Test
    void extendKeysAddTheirValues() {
        VariantSettings space = combined("ignore_version: [a, b, a]", "ignore_version: [b, c]");
        assertThat(texts(space, "ignore_version")).containsExactly("a", "b", "c");
        assertThat(space.extendKeys()).contains("ignore_version");
    }

    @Test
    void aConfigMayNameMoreExtendKeys() {
        VariantSettings space = combined("flags: [a]", "extend_keys: [flags]\nflags: [b]\n");
        assertThat(texts(space, "flags")).containsExactly("a", "b");
        assertThat(space.extendKeys()).contains("flags");
    }

    @Test
    void zipGroupsOfAllConfigsCount() {
        VariantSettings space = combined("a: [1]\nb: [1]\nzip_keys: [[b, a]]", "c: [1]\nd: [1]\nzip_keys: [[c, d]]");
        assertThat(space.zipGroups()).containsExactly(List.of("b", "a"), List.of("c", "d"));
    }

    @Test
    void equalZipGroupsCountOnce() {
        assertThat(combined(ZIPPED, ZIPPED).zipGroups()).containsExactly(List.of("python", "numpy"));
    }

    @Test
    void aWholeZipGroupIsReplaced() {
        assertThat(texts(combined(ZIPPED, "python: [3.11]\nnumpy: [1.23]\n")))
                .hasToString("{numpy=[1.23], python=[3.11]}");
    }

    @Test
    void aZippedKeyOfTheSameLengthIsReplaced() {
        assertThat(texts(combined(ZIPPED, "numpy: [1.22, 1.23]\n"), "numpy")).containsExactly("1.22", "1.23");
    }

    @Test
    void aSubsetOfAZippedKeyIsWithoutEffect() {
        assertThat(texts(combined(ZIPPED, "python: [3.10]\n"))).isEqualTo(texts(combined(ZIPPED)));
    }

    @Test
    void anUnknownValueOfAZippedKeyIsAmbiguous() {
        assertThatThrownBy(() -> combined(ZIPPED, "\npython: [3.11]\n"))
                .isInstanceOf(InputException.class)
                .hasMessage("""
                        b.yaml:2:1: python is zipped with numpy, which is not set here, and [3.11] is none of the values \
                        from a.yaml: [3.9, 3.10]
                          fix: set numpy as well, with 1 value each, or keep to the values that there are""");
    }

    @Test
    void aLaterZipGroupBindsEarlierConfigs() {
        assertThatThrownBy(() -> combined("python: [3.9, 3.10]\nnumpy: [1.20]\n", ZIPPED))
                .hasMessageContaining(
                        "a.yaml:1:1: python has 2 values, but the keys of its zip group [python, numpy] have"
                                + " other numbers of values here");
    }

    @Test
    void partOfAGroupThatNobodySetBeforeIsDropped() {
        assertThat(texts(combined("numpy: [1.20]\n", "a: [1]\nb: [1]\nzip_keys: [[a, b]]\n"), "a"))
                .containsExactly("1");
        assertThat(texts(combined("a: [0]\n", "a: [1]\nb: [1]\nzip_keys: [[a, b]]\n"), "a"))
                .containsExactly("1");
        assertThat(texts(combined("b: [0]\nc: [1]", "a: [1]\nb: [0]\nzip_keys: [[a, b]]\n"), "b"))
                .containsExactly("0");
    }

    @Test
    void defaultsAreThoseOfTheTarget() {
        VariantSettings space = VariantCombiner.combine(List.of(CondaDefaults.config(Platform.of("linux-ppc64le"))));
        assertThat(texts(space))
                .containsEntry("target_platform", List.of("linux-ppc64le"))
                .containsEntry("c_compiler", List.of("gcc"))
                .containsEntry("python", List.of("3.10"));
        assertThat(space.pinRunAsBuild()).containsOnlyKeys("python", "r-base");
        assertThat(space.extendKeys()).contains("ignore_build_only_deps");
    }

    @Test
    void compilersAreThoseOfTheOperatingSystem() {
        assertThat(CondaDefaults.config(Platform.of("osx-arm64")).values("cxx_compiler"))
                .hasToString("[clangxx]");
        assertThat(CondaDefaults.config(Platform.of("win-64")).settings()).containsKey("vc");
    }

    @Provide
    static Arbitrary<List<String>> lines() {
        return Arbitraries.shuffle(
                "python: [3.9, 3.10]",
                "numpy: [1.20, 1.21]",
                "zlib: 1.2",
                "zip_keys: [[python, numpy], [b, a]]",
                "a: [1]",
                "b: [2]",
                "pin_run_as_build: {zlib: {max_pin: x}}",
                "ignore_version: [zlib]");
    }

    @Property
    void theOrderOfKeysDoesNotMatter(@ForAll("lines") List<String> first, @ForAll("lines") List<String> second) {
        VariantSettings left = VariantCombiner.combine(List.of(config("a.yaml", String.join("\n", first))));
        VariantSettings right = VariantCombiner.combine(List.of(config("a.yaml", String.join("\n", second))));
        assertThat(left).isEqualTo(right);
        assertThat(VariantFileText.of(left)).isEqualTo(VariantFileText.of(right));
    }
}
