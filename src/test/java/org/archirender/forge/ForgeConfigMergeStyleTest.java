package org.archirender.forge;

import static org.assertj.core.api.Assertions.assertThat;

import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlReader;
import org.junit.jupiter.api.Test;

/** What is written follows the style of what stands beside it. */
class ForgeConfigMergeStyleTest {
    private static String merge(String base, String overrides) {
        return ForgeConfigMerge.merge(base, "conda-forge.yml", (Mapping)
                YamlReader.read(overrides, "port.yaml").orElseThrow());
    }

    @Test
    void newMappingsAreIndentedAsTheirNeighboursAre() {
        assertThat(merge("""
                        azure:
                            timeout: 60
                            settings:
                                  pool: x
                        """, "{azure: {more: {a: 1}, settings: {b: {c: 2}}}, new: {d: 3}}"))
                .isEqualTo("""
                        azure:
                            timeout: 60
                            settings:
                                  pool: x
                                  b:
                                    c: 2
                            more:
                                  a: 1
                        new:
                            d: 3
                        """);
    }

    @Test
    void newListsStandAsTheirNeighboursDo() {
        assertThat(merge("noarch_platforms:\n- linux_64\n", "{skip: [a, b]}"))
                .isEqualTo("noarch_platforms:\n- linux_64\nskip:\n- a\n- b\n");
        assertThat(merge("noarch_platforms:\n    - linux_64\n", "{skip: [a]}"))
                .isEqualTo("noarch_platforms:\n    - linux_64\nskip:\n    - a\n");
    }

    @Test
    void listsOfListsAndOfMappingsAreWrittenInline() {
        assertThat(merge("", "{targets: [[archiarm, main], {a: 'b, c'}]}"))
                .isEqualTo("targets:\n  - [archiarm, main]\n  - {a: 'b, c'}\n");
    }

    @Test
    void aMappingInBracesOverSeveralLinesKeepsItsLines() {
        assertThat(merge("""
                        provider: {
                          linux: azure,   # fast
                          osx: azure
                        }
                        bot: {a: 1,
                              b: [2,
                                  3]}
                        """, "{provider: {win: azure, linux: drone}, bot: {b: null, c: 4}}"))
                .isEqualTo("""
                        provider: {
                          linux: drone,   # fast
                          osx: azure, win: azure
                        }
                        bot: {a: 1, c: 4}
                        """);
    }

    @Test
    void documentMarksStayWhereTheyAre() {
        assertThat(merge("---\na: 1\n...\n", "{b: {c: 2}, a: null}")).isEqualTo("---\nb:\n  c: 2\n...\n");
        assertThat(merge("%YAML 1.2\n---\n# none\n", "{b: 2}")).isEqualTo("%YAML 1.2\n---\n# none\nb: 2\n");
    }

    @Test
    void commentsBelowTheLastKeyStayBelowTheNewOne() {
        assertThat(merge("a:\n  b: 1\n  # about b\n\n# the end\n", "{a: {c: 2}, d: 3}"))
                .isEqualTo("a:\n  b: 1\n  c: 2\nd: 3\n  # about b\n\n# the end\n");
    }

    @Test
    void quotedKeysAreFoundByWhatTheySay() {
        assertThat(merge("'a': 1\n\"b\\u0063\": 2\n", "{a: 3, bc: 4}")).isEqualTo("'a': 3\n\"b\\u0063\": 4\n");
    }

    @Test
    void foldedAndQuotedTextsOverSeveralLinesAreReplacedWhole() {
        assertThat(merge("""
                                a: >-
                                  one
                                  two
                                b: 'three

                                  four'  # why
                                c: five
                                  six
                                d: "x"
                                """, "{a: 1, b: 2, c: 3}")).isEqualTo("a: 1\nb: 2  # why\nc: 3\nd: \"x\"\n");
    }

    @Test
    void aTabBeforeACommentStays() {
        assertThat(merge("a: 1\t# why\nb:\t2\n", "{a: x, b: y}")).isEqualTo("a: x\t# why\nb:\ty\n");
    }

    @Test
    void anAnchorOfAKeptValueStays() {
        assertThat(merge("a: &x\n  b: 1\nc: *x\nd: 1\n", "{d: 2, e: 3}"))
                .isEqualTo("a: &x\n  b: 1\nc: *x\nd: 2\ne: 3\n");
    }

    @Test
    void mixedLineEndsStayOnLinesThatAreNotNamed() {
        assertThat(merge("a: 1\r\nb: 2\nc: 3\r\n", "{b: null, d: 4}")).isEqualTo("a: 1\r\nc: 3\r\nd: 4\r\n");
    }

    @Test
    void aThousandKeysAreNoTrouble() {
        StringBuilder base = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            base.append("key").append(i).append(":\n  below: [").append(i).append("]\n");
        }
        assertThat(merge(base.toString(), "{key500: {below: x}, key999: null, z: 1}"))
                .isEqualTo(base.toString().replace("below: [500]", "below: x").replace("key999:\n  below: [999]\n", "")
                        + "z: 1\n");
    }
}
