package org.archirender.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.archirender.problem.InputException;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgeConfigMergeTest {
    private static String merge(String base, String overrides) {
        Mapping keys = (Mapping) YamlReader.read(overrides, "port.yaml").orElseThrow();
        String merged = ForgeConfigMerge.merge(base, "conda-forge.yml", keys);
        assertThat(ForgeConfigMerge.merge(merged, "conda-forge.yml", keys))
                .as("merging twice is merging once")
                .isEqualTo(merged);
        return merged;
    }

    @Test
    void aFeedstockWithoutAConfigGetsOne() {
        assertThat(merge("", "compiler_stack: comp7\nmax_py_ver: '37'\nshippable: {projectId: 5c26, on: [push, tag]}"))
                .isEqualTo("""
                        compiler_stack: comp7
                        max_py_ver: '37'
                        shippable:
                          projectId: 5c26
                          on:
                            - push
                            - tag
                        """);
    }

    @Test
    void onlyTheLinesOfAChangedKeyChange() {
        assertThat(merge("""
                                # who builds
                                provider:   # by platform
                                    linux_64:   azure   # fast

                                    # slow, but there
                                    osx_64: azure
                                travis:
                                - secure:  {TOKEN: "x"}

                                bot: {automerge: true, }   # thanks
                                """, """
                                provider: {linux_64: drone, linux_aarch64: native}
                                bot: {automerge: false, inspection: hint}
                                """)).isEqualTo("""
                        # who builds
                        provider:   # by platform
                            linux_64:   drone   # fast

                            # slow, but there
                            osx_64: azure
                            linux_aarch64: native
                        travis:
                        - secure:  {TOKEN: "x"}

                        bot: {automerge: false, inspection: hint }   # thanks
                        """);
    }

    @Test
    void nullDeletesTheKeyWithItsBlockAndNoOtherLine() {
        assertThat(merge("""
                                # first
                                travis:
                                  secure:
                                    BINSTAR_TOKEN: x

                                # second
                                appveyor: {image: x}
                                osx: null
                                """, "{travis: null, osx: ~, absent: null, absent_too: {below: null}}"))
                .isEqualTo("""
                        # first

                        # second
                        appveyor: {image: x}
                        absent_too: {}
                        """);
    }

    @Test
    void aBlockThatLosesItsLastKeyBecomesAnEmptyMapping() {
        assertThat(merge("provider: # ours\n  # to go\n  win: azure\nz: 1\n", "provider: {win: null}"))
                .isEqualTo("provider: {} # ours\n  # to go\nz: 1\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "'f: {a: 1, b: 2, c: 3}'   | 'f: {a: null}' | 'f: {b: 2, c: 3}'",
                "'f: {a: 1, b: 2, c: 3}'   | 'f: {b: null}' | 'f: {a: 1, c: 3}'",
                "'f: {a: 1, b: 2, c: 3}'   | 'f: {c: null}' | 'f: {a: 1, b: 2}'",
                "'f: {a: 1}'               | 'f: {a: null}' | 'f: {}'",
                "'f: {}  # none'           | 'f: {a: [x, y]}' | 'f: {a: [x, y]}  # none'",
                "'f: {a, b: }'             | 'f: {a: 1, b: 2}' | 'f: {a: 1, b: 2 }'",
                "'f: { a: 1 }'             | 'f: {b: {c: \"d, e\"}}' | 'f: { a: 1, b: {c: ''d, e''} }'"
            })
    void mappingsInBracesStayInBraces(String base, String overrides, String merged) {
        assertThat(merge(base + "\n", overrides)).isEqualTo(merged + "\n");
    }

    @Test
    void listsAreReplacedWholeInTheirOwnStyle() {
        assertThat(merge("""
                a:
                - 1
                # two
                - 2
                b: [x,
                    y]  # flow
                c: z
                """, "{a: [3], b: [q], c: [1, 'two']}")).isEqualTo("""
                        a:
                        - 3
                        b: [q]  # flow
                        c:
                        - 1
                        - 'two'
                        """);
    }

    @Test
    void aBlockBecomesAValueAndAValueABlock() {
        assertThat(merge("""
                a: # what
                  b: 1
                c: d   # why
                e: |
                  text
                  more
                f:
                """, "{a: x, c: {d: 1}, e: [1], f: y}")).isEqualTo("""
                        a: x # what
                        c:   # why
                          d: 1
                        e:
                          - 1
                        f: y
                        """);
    }

    @Test
    void lineEndsAndAMissingFinalNewlineStay() {
        assertThat(merge("a: 1\r\nb:\r\n  c: 2", "{b: {d: [3]}, e: 4}"))
                .isEqualTo("a: 1\r\nb:\r\n  c: 2\r\n  d:\r\n    - 3\r\ne: 4");
        assertThat(merge("a: 1\nb: 2", "b: null")).isEqualTo("a: 1");
        assertThat(merge("a: 1\nb: 2", "b: 3")).isEqualTo("a: 1\nb: 3");
    }

    @Test
    void charactersBeyondTheBasicPlaneAndAByteOrderMarkShiftNothing() {
        assertThat(merge("\ufeffa: \ud83d\ude00\ud83d\ude00 # x\nb: {c: '\ud83d\ude00', d: 1}\n", "{a: z, b: {d: 2}}"))
                .isEqualTo("\ufeffa: z # x\nb: {c: '\ud83d\ude00', d: 2}\n");
    }

    @Test
    void commentsAloneStayAboveTheFirstKey() {
        assertThat(merge("# nothing yet\n", "a: {b: true}")).isEqualTo("# nothing yet\na:\n  b: true\n");
    }

    @Test
    void quotesAreChosenByWhatTheValueHolds() {
        assertThat(merge("", "{a: '3', b: \"it's\", c: \"two\\nlines\\t\\\"\", 'd e': '', f: [null, ' x']}"))
                .isEqualTo("a: '3'\nb: 'it''s'\nc: \"two\\nlines\\t\\\"\"\n'd e': ''\nf:\n  - null\n  - ' x'\n");
    }

    @Test
    void theLastOfDuplicateKeysCounts() {
        assertThat(merge("a: 1\na: 2\n", "a: 3")).isEqualTo("a: 1\na: 3\n");
        assertThat(merge("a: 1\nb: 0\na: 2\n", "a: null")).isEqualTo("b: 0\n");
    }

    @Test
    void aWrittenOutValueReplacesAnAlias() {
        assertThat(merge("a: &x {b: 1}\nc: *x # same\nd: 2\n", "c: 3")).isEqualTo("a: &x {b: 1}\nc: 3 # same\nd: 2\n");
    }

    @Test
    void aKeyBelowAnAliasIsRefused() {
        assertThatThrownBy(() -> merge("a: &x {b: 1}\nc: *x\n", "c:\n  b: 2"))
                .isInstanceOf(InputException.class)
                .hasMessage("port.yaml:2:3: 'c' is an alias in conda-forge.yml, so 'b' below it can't be changed on its"
                        + " own\n  fix: write the value out in conda-forge.yml of the base");
    }

    @Test
    void aChangeThatWouldReachAnotherKeyIsRefused() {
        assertThatThrownBy(() -> merge("a: &x {b: 1}\nc: *x\n", "a: {b: 2}"))
                .isInstanceOf(InputException.class)
                .hasMessage("port.yaml:1:1: these keys can't be merged into conda-forge.yml line by line: it is written"
                        + " in a way that one key's lines hold another key's value too (an alias, a tag or an explicit"
                        + " key)\n  fix: write conda-forge.yml of the base without it");
        assertThatThrownBy(() -> merge("a: &x 1\nc: *x\n", "a: null"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("port.yaml:1:1: merging these keys into conda-forge.yml line by line gives no"
                        + " valid YAML (not valid YAML: found undefined alias x");
    }

    @Test
    void aBaseThatIsNoMappingIsRefused() {
        assertThatThrownBy(() -> merge("- a\n", "a: 1"))
                .isInstanceOf(InputException.class)
                .hasMessage("conda-forge.yml:1:1: is a list, not a mapping of keys to values\n"
                        + "  fix: write KEY: VALUE lines");
    }
}
