package org.archirender.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {
    @ParameterizedTest
    @CsvSource({
        ".travis.yml, .travis.yml, true",
        ".travis.yml, recipe/.travis.yml, false",
        ".circleci, .circleci/config.yml, true",
        ".circleci/, .circleci/deep/er.yml, true",
        ".circleci, .circleci2/config.yml, false",
        ".ci_support/*.yaml, .ci_support/linux_64_.yaml, true",
        ".ci_support/*.yaml, .ci_support/migrations/x.yaml, false",
        ".github/**/*.yml, .github/workflows/a.yml, true",
        "*.yml, a.yml, true",
        "*.yml, b/a.yml, false",
        "a?c, abc, true"
    })
    void namesFilesAsALineOfGitignoreAtTheRootDoes(String glob, String path, boolean matches) {
        assertThat(new PathGlob(glob).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "/a, is no path below the feedstock's folder",
        "../a, is no path below the feedstock's folder",
        "'!a', 'has other marks than *, ? and **'",
        "'a[', 'has other marks than *, ? and **'",
        "'{a,b}', 'has other marks than *, ? and **'",
        ".github/workflows/*.yml, ''"
    })
    void whatGitignoreTakesForSomethingElseIsRefused(String glob, String wrong) {
        assertThat(PathGlob.wrongWith(glob)).isEqualTo(wrong);
    }
}
