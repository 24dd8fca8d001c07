package org.archirender.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

    private static String place(String base, String overrides, String after) {
        Mapping keys = (Mapping) YamlReader.read(overrides, "overlay.yaml").orElseThrow();
        Mapping places = (Mapping) YamlReader.read(after, "overlay.yaml").orElseThrow();
        String merged = ForgeConfigMerge.merge(base, "conda-forge.yml", List.of(keys), places);
        assertThat(ForgeConfigMerge.merge(merged, "conda-forge.yml", List.of(keys), places))
                .as("merging twice is merging once")
                .isEqualTo(merged);
        return merged;
    }

    private static final String PLACES = """
            # who builds
            provider:
              linux_64: azure   # fast

              # slow
              win: azure
            bot: {automerge: true, inspection: hint, }
            test: native
            """;

    @Test
    void aNewKeyGoesAfterTheSiblingThatItNames() {
        assertThat(place(
                        PLACES,
                        "{provider: {linux_aarch64: default}, bot: {run_deps: x}, os_version: {linux_64: cos7}, z: 1}",
                        "{provider/linux_aarch64: linux_64, bot/run_deps: automerge, os_version: provider}"))
                .isEqualTo("""
                        # who builds
                        provider:
                          linux_64: azure   # fast
                          linux_aarch64: default

                          # slow
                          win: azure
                        os_version:
                          linux_64: cos7
                        bot: {automerge: true, run_deps: x, inspection: hint, }
                        test: native
                        z: 1
                        """);
    }

    @Test
    void keysAfterOneSiblingKeepTheirOrderAndANewKeyCanBeTheSibling() {
        assertThat(place("a: 1\nb: 2\n", "{x: 1, y: 2, z: 3, w: 4}", "{x: a, y: a, z: x, w: b}"))
                .isEqualTo("a: 1\nx: 1\nz: 3\ny: 2\nb: 2\nw: 4\n");
        assertThat(place("t: {a: 1, b: 2}\n", "t: {x: 1, y: 2, z: 3, w: 4}", "{t/x: a, t/y: a, t/z: x, t/w: b}"))
                .isEqualTo("t: {a: 1, x: 1, z: 3, y: 2, b: 2, w: 4}\n");
    }

    @Test
    void aPlaceBesideKeysThatGoIsThatOfOneThatStays() {
        assertThat(place("a: 1\nb: 2\nc: 3\n", "{b: null, x: 1, c: null}", "x: a"))
                .isEqualTo("a: 1\nx: 1\n");
        assertThat(place("t: {a: 1, b: 2, c: 3}\n", "t: {b: null, x: 1, c: null, y: 2}", "t/x: a"))
                .isEqualTo("t: {a: 1, x: 1, y: 2}\n");
        assertThat(place("t: {a: 1, b: 2, c: 3}\n", "t: {b: null, x: 1}", "t/x: a"))
                .isEqualTo("t: {a: 1, x: 1, c: 3}\n");
    }

    @Test
    void aKeyThatIsThereKeepsItsPlace() {
        assertThat(place("a: 1\nb: 2\n", "{a: 3, b: 2}", "a: b")).isEqualTo("a: 3\nb: 2\n");
    }

    private static void refusesPlace(String overrides, String after, String message) {
        assertThatThrownBy(() -> place(PLACES, overrides, after))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Test
    void aSiblingThatIsNotThereIsToldWithWhatIs() {
        refusesPlace("x: 1", "x: provder", """
                overlay.yaml:1:4: conda-forge.yml has no key 'provder' to put 'x' after; there are provider, bot, test; \
                did you mean 'provider'?
                  fix: name a key that is there, or leave the place out: a new key comes last""");
        refusesPlace("{provider: {x: 1}, test: null, y: 1}", "{provider/x: linux, y: test}", """
                overlay.yaml:1:14: conda-forge.yml has no key 'provider/linux' to put 'provider/x' after; \
                there are linux_64, win; did you mean 'linux_64'?
                  fix: name a key that is there, or leave the place out: a new key comes last
                overlay.yaml:1:24: conda-forge.yml has no key 'test' to put 'y' after; there are provider, bot
                  fix: name a key that is there, or leave the place out: a new key comes last""");
    }

    @Test
    void aPlaceIsThatOfAKeyThatIsSet() {
        refusesPlace(
                "provider: {linux_aarch64: default, win: null}", "{provider/linux_arch64: linux_64, win: test}", """
                overlay.yaml:1:2: 'provider/linux_arch64' has a place, and nothing sets it; \
                did you mean 'provider/linux_aarch64' or 'provider'?
                  fix: write the path of a key that 'config' sets, its keys joined by /
                overlay.yaml:1:35: 'win' has a place, and nothing sets it
                  fix: write the path of a key that 'config' sets, its keys joined by /""");
    }

    @Test
    void aKeyOfThePortHasAPlaceToo() {
        Mapping port = (Mapping) YamlReader.read("x: 1", "port.yaml").orElseThrow();
        Mapping own = (Mapping) YamlReader.read("y: 2", "overlay.yaml").orElseThrow();
        Mapping places =
                (Mapping) YamlReader.read("{x: a, y: x}", "overlay.yaml").orElseThrow();
        assertThat(ForgeConfigMerge.merge("a: 1\nb: 2\n", "conda-forge.yml", List.of(port, own), places))
                .isEqualTo("a: 1\nx: 1\ny: 2\nb: 2\n");
    }

    @Test
    void newKeysThatNameOneAnotherHaveNoPlace() {
        refusesPlace("{x: 1, y: 2}", "{x: y, y: x}", """
                overlay.yaml:1:5: 'x' goes after 'y', which has no place of its own
                  fix: begin with a key that is there
                overlay.yaml:1:11: 'y' goes after 'x', which has no place of its own
                  fix: begin with a key that is there""");
    }

    @Test
    void theKeysOfANewKeyHaveTheirOrderAlready() {
        refusesPlace("x: {a: 1, b: 2}", "x/b: a", """
                overlay.yaml:1:1: 'x/b' can't be placed: 'x' is written as a whole
                  fix: write the keys of 'x' in the order that they are to have""");
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
