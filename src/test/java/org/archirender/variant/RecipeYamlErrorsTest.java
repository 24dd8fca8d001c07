package org.archirender.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a recipe.yaml is told with its line, what is there, and what to write. */
class RecipeYamlErrorsTest {
    private static final String PINNINGS = "zlib:\n  - '1'\nc_compiler:\n  - gcc\npython:\n  - '3.12'\n";

    private static String problems(String recipe) {
        try {
            BuildMatrix.compute(
                    FileTrees.of("recipe/recipe.yaml", recipe, "conda-forge.yml", "conda_build_tool: rattler-build\n"),
                    Pinnings.parse(PINNINGS, "pinnings.yaml", FileTree.empty()),
                    Optional.empty(),
                    new Platform("linux-64"));
            return "none";
        } catch (InputException e) {
            return e.problems().stream()
                    .map(problem -> problem.at().line() + ":" + problem.at().column() + ": " + problem.message() + " / "
                            + problem.fix())
                    .collect(Collectors.joining("; "));
        }
    }

    /** In the recipes {@code ;} ends a line. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\u0001',
            value = {
                "build: &x {number: 1};about: *x => 2:8: the anchor '&x' has no meaning in this file /"
                        + " write the value where it is meant; 3:8: the alias '*x' has no meaning in this file /"
                        + " write the value where it is meant",
                "build: {number: 1};build: {} => 3:1: the key 'build' is there twice / keep one of them",
                "biuld: {} => 2:1: a recipe.yaml has no 'biuld'; did you mean 'build'? / there is schema_version,"
                        + " context, source, build, tests, about, extra, $schema, package, requirements",
                "cache: {} => 2:1: a recipe.yaml has 'cache', which became a staging output / do without it",
                "build: {skp: true} => 2:9: build has no 'skp'; did you mean 'skip'? / there is number, string, noarch,"
                        + " skip, flags, always_include_files, always_copy_files, merge_build_and_host_envs, script,"
                        + " variant, python, files, dynamic_linking, prefix_detection, post_process",
                "source: [{urll: a}] => 2:11: a source has no 'urll'; did you mean 'url'? / there is url, sha256, md5,"
                        + " git, rev, tag, branch, depth, lfs, submodules, expected_commit, path, use_gitignore,"
                        + " file_name, patches, target_directory, filter",
                "requirements: {run_exports: {week: a}} => 2:30: run_exports has no 'week'; did you mean 'weak'? /"
                        + " there is weak, strong, noarch, weak_constraints, strong_constraints",
                "tests: [{if: unix, then: {pythn: {}}}] => 2:27: a test has no 'pythn'; did you mean 'python'? /"
                        + " there is downstream, python, script, requirements, files, package_contents, perl, r, ruby",
                "requirements: {host: [{if: unix, than: a}]} => 2:23: the conditional has no then /"
                        + " add then:, with what holds where the condition is true;"
                        + " 2:34: a conditional has no 'than'; did you mean 'then'? / there is if, then, else",
                "requirements: {host: [{python: a}]} => 2:23: a mapping stands where a value is meant /"
                        + " write a value, or if: with then:",
                "build: {steps: []} => 2:9: build has 'steps', which is experimental in rattler-build / do without it",
                "build: {noarch: pyhton} => 2:17: build/noarch is 'pyhton', which is neither python nor generic /"
                        + " write noarch: python or noarch: generic",
                "build: {number: -1} => 2:17: build/number is '-1', which is no integer from 0 on /"
                        + " write one, as in number: 1",
                "build: {number: '${{ zlib }}.x'} => 2:17: build/number is '1.x', which is no integer from 0 on /"
                        + " write one, as in number: 1",
                "context: {a-b: c} => 2:11: context: the name 'a-b' has a dash / write it with an underscore",
                "about: {summary: '${{ a b }}'} => 2:18: expression: SyntaxError: unexpected 'b' instead of the end of"
                        + " the expression / correct it; what stands there: ${{ a b }}",
                "about: {summary: '${{ py }}'} => 2:18: expression: UndefinedError: 'py' is undefined for this platform"
                        + " and variant; where that may be, write '| default(…)' / correct it; what stands there:"
                        + " ${{ py }}",
                "requirements: {build: ['${{ stdlib(\"c\") }}']} => 2:24: expression: ValueError: no variant config sets"
                        + " c_stdlib / correct it; what stands there: ${{ stdlib(\"c\") }}",
                "about: {summary: '${{ git.head_rev(\".\") }}'} => 2:18: expression: not supported: 'git', which is"
                        + " experimental in rattler-build / correct it; what stands there: ${{ git.head_rev(\".\") }}",
                "about: {summary: '${{ load_from_file(\"a\") }}'} => 2:18: expression: not supported: 'load_from_file',"
                        + " which is experimental in rattler-build / correct it; what stands there:"
                        + " ${{ load_from_file(\"a\") }}",
                "about: {summary: '${{ cmp(python, \"3\") }}'} => 2:18: expression: not supported: 'cmp'; write"
                        + " match(…) / correct it; what stands there: ${{ cmp(python, \"3\") }}",
                "about: {summary: '${{ match(\"x y\", \">=1\") }}'} => none",
                "about: {summary: '${{ match(\"a!b\", \">=1\") }}'} => 2:18: expression: ValueError: match() of 'a!b',"
                        + " which is no version / correct it; what stands there: ${{ match(\"a!b\", \">=1\") }}"
            })
    void whatIsWrongIsToldAtItsPlace(String more, String expected) {
        String recipe = "package: {name: a, version: '1'}\n" + more.replace(";", "\n") + "\n";
        assertThat(problems(recipe)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\u0001',
            value = {
                "package: {name: a} => 1:10: package has no version / add version:",
                "about: {} => 1:1: the recipe has no package / add package: with name: and version:",
                "outputs: [{package: {name: a}}] => 1:21: package has no version / add version:, here or below recipe:",
                "outputs: [{build: {}}] => 1:11: the output has no package / add package: with name:, or staging:",
                "outputs: [{if: unix, then: a}] => 1:11: outputs has no conditionals /"
                        + " write the output, with build: and skip: below it",
                "recipe: {version: 1};outputs: [{package: {name: a}, inherit: b}, {staging: {name: c}}] =>"
                        + " 2:41: inherit: there is no staging output 'b' / there is c",
                "recipe: {version: 1};outputs: [{package: {name: a}, requirements: {host: [b]}},;"
                        + "  {package: {name: b}, requirements: {host: [c]}},;"
                        + "  {package: {name: c}, requirements: {run: ['${{ pin_subpackage(\"b\") }}']}}] =>"
                        + " 3:3: the outputs need each other: b → c → b /"
                        + " take one of them from the requirements of the other, or pin it in run_constraints",
                "recipe: {version: 1};outputs: [{package: {name: a}, requirements: {run: [;"
                        + "  '${{ pin_subpackage(\"b\", exact=true) }}']}}, {package: {name: b}, build: {skip: true}}] =>"
                        + " 3:3: pin_subpackage('b', exact=True): the recipe builds no such output here /"
                        + " pin one that is not skipped: a"
            })
    void outputsThatDoNotFitTogetherAreTold(String recipe, String expected) {
        assertThat(problems(recipe.replace(";", "\n") + "\n")).isEqualTo(expected);
    }
}
