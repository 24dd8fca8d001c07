package org.archirender.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.archirender.recipe.RecipePath.Step;
import org.archirender.text.NearMiss;
import org.junit.jupiter.api.Test;

class RecipePathTest {
    private static final RecipeText RECIPE = RecipeText.parse("""
            package:
              name: curl
            source:
              - url: https://a/b.tar.gz
                folder: tcl{{ version }}
              - url: https://c
                folder: "tk"
            build:
              skip: true  # [win]
              skip: true  # [py < 36]
            {% if osx %}
              script: a
            {% else %}
              script: b
            {% endif %}
            requirements:
              host: []
            outputs:
              - name: libcurl
                requirements:
                  run:
                    - zlib
              - package:
                  name: curl
            """);

    private static String find(String path) {
        PathResult found = RECIPE.find(RecipePath.parse(path));
        if (found instanceof PathResult.Hit hit) {
            return RECIPE.line(hit.member().firstLine()).strip();
        }
        return found instanceof PathResult.Miss miss ? miss.message() : ((PathResult.Several) found).message();
    }

    @Test
    void isKeysJoinedBySlashesWithBrackets() {
        assertThat(RecipePath.parse("outputs[libcurl]/requirements/run").steps())
                .containsExactly(
                        new Step("outputs", List.of("libcurl")),
                        new Step("requirements", List.of()),
                        new Step("run", List.of()));
        assertThat(RecipePath.parse("source[url=https://a/b]/x").toString()).isEqualTo("source[url=https://a/b]/x");
        assertThat(RecipePath.parse("a[b][c[d]]").steps()).containsExactly(new Step("a", List.of("b", "c[d]")));
        assertThat(RecipePath.parse("a/b").lastKey()).isEqualTo("b");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> RecipePath.parse("a//b"))
                .hasMessage("'a//b' has an empty key; a path is keys joined by /");
        assertThatThrownBy(() -> RecipePath.parse("a[b/c")).hasMessage("'a[b/c' has a [ without its ]");
        assertThatThrownBy(() -> RecipePath.parse("a[b]c")).hasMessage("'a[b]c' goes on behind a bracket without a /");
        assertThatThrownBy(() -> RecipePath.parse("")).hasMessageContaining("empty key");
    }

    @Test
    void findsMembersByNameValueAndPlace() {
        assertThat(find("outputs[libcurl]/requirements/run")).isEqualTo("run:");
        assertThat(find("outputs[curl]/package/name")).isEqualTo("name: curl");
        assertThat(find("outputs[0]/name")).isEqualTo("- name: libcurl");
        assertThat(find("source[folder=tk]/url")).isEqualTo("- url: https://c");
        assertThat(find("source[url=https://a/b.tar.gz]/folder")).isEqualTo("folder: tcl{{ version }}");
    }

    @Test
    void aValueMayBeWrittenWithoutItsJinja() {
        assertThat(find("source[folder=tcl]/url")).isEqualTo("- url: https://a/b.tar.gz");
        assertThat(find("source[folder=tcl{{version}}]/url")).isEqualTo("- url: https://a/b.tar.gz");
    }

    @Test
    void aMappingIsAListOfOne() {
        assertThat(find("package[0]/name")).isEqualTo("name: curl");
        assertThat(find("package[curl]/name")).isEqualTo("name: curl");
    }

    @Test
    void aKeyOfSeveralGoesByItsSelectorOrBlock() {
        assertThat(find("build/skip[py<36]")).isEqualTo("skip: true  # [py < 36]");
        assertThat(find("build/script[if osx]")).isEqualTo("script: a");
        assertThat(find("build/script[else]")).isEqualTo("script: b");
        assertThat(find("build/skip")).isEqualTo("""
                build/skip is there 2 times:
                  9: skip: true  # [win]
                  10: skip: true  # [py < 36]""");
    }

    @Test
    void saysWhatIsThereInstead() {
        assertThat(find("sources/url"))
                .isEqualTo("there is no sources; the recipe has package, source, build, requirements, outputs");
        assertThat(find("package/version")).isEqualTo("there is no package/version; package (line 1) has name");
        assertThat(find("package/name/x")).isEqualTo("package/name is no mapping; package/name (line 2) is curl");
        assertThat(find("requirements/host/x"))
                .isEqualTo("requirements/host has no members; requirements/host (line 17) is a list of 0");
        assertThat(find("source[folder=x]/url")).isEqualTo("source has no [folder=x]; source (line 3) is a list of 2");
        assertThat(find("outputs[libcurl]/requirements/host"))
                .isEqualTo(
                        "there is no outputs[libcurl]/requirements/host; outputs[libcurl]/requirements (line 20) has run");
    }

    @Test
    void namesPathsThatAreNear() {
        PathResult found = RECIPE.find(RecipePath.parse("outputs[libcurl]/requirement/run"));
        assertThat(((PathResult.Miss) found).nearMisses())
                .extracting(NearMiss::text)
                .startsWith("outputs[libcurl]/requirements/run");
    }
}
