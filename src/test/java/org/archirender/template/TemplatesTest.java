package org.archirender.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.archirender.yaml.YamlNode.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private static final String ONE_FILE = """
            provider: 1
            files:
              - {path: %s, for: feedstock}
            """;

    /** What is wrong with {@code chosen}, listed from line 2 on. */
    private static List<String> wrong(FileTree templates, String... chosen) {
        List<Scalar> scalars = new ArrayList<>();
        for (String name : chosen) {
            scalars.add(new Scalar(Location.of("port.yaml", scalars.size() + 2), name, true));
        }
        return Templates.of(templates).wrongWith(scalars).stream()
                .map(Problem::toString)
                .toList();
    }

    private static FileTree render(FileTree templates, String... chosen) {
        return Templates.of(templates).render(List.of(chosen), TemplateScope.FEEDSTOCK, ExampleModel.feedstock());
    }

    private static String renderOne(String path, String template) {
        FileTree rendered = render(
                FileTrees.of("ci/provider.yaml", ONE_FILE.formatted(path), "ci/" + path + ".ftl", template), "ci");
        return rendered.get(path).orElseThrow().text().orElseThrow();
    }

    @Test
    void aPathInTheFolderIsThePathInTheFeedstock() {
        FileTree rendered = render(
                FileTrees.of(
                        "ci/provider.yaml",
                        """
                        provider: 1
                        about: all kinds of files
                        files:
                          - {path: a/b.sh, for: feedstock, executable: true}
                          - {path: as-is.ftl.txt, for: feedstock}
                          - {path: image, for: port}
                          - {path: never.md, for: feedstock, when: "variants?size > 9"}
                          - {path: some.md, for: feedstock, when: variants?has_content}
                        """,
                        "ci/a/b.sh.ftl",
                        "echo [=target.arch]\n",
                        "ci/as-is.ftl.txt",
                        "[=untouched]",
                        "ci/image.ftl",
                        "[=target.arch]",
                        "ci/never.md.ftl",
                        "",
                        "ci/some.md.ftl",
                        "[#list variants as variant][=variant.name] [=variant.file][/#list]\n"),
                "ci");
        assertThat(rendered)
                .isEqualTo(FileTrees.of(
                                "as-is.ftl.txt",
                                "[=untouched]",
                                "some.md",
                                "linux_aarch64_python3.6 .ci_support/linux_aarch64_python3.6.yaml\n")
                        .with(
                                TreePath.of("a/b.sh"),
                                TreeFile.of("echo aarch64\n").withExecutable(true)));
    }

    @Test
    void whatBelongsToThePortIsRenderedForThePort() {
        Templates templates = Templates.of(FileTrees.of(
                "ci/provider.yaml",
                "provider: 1\nfiles: [{path: image/Dockerfile, for: port}, {path: x, for: feedstock}]\n",
                "ci/image/Dockerfile.ftl",
                "FROM [=settings.docker.from]\n",
                "ci/x",
                ""));
        assertThat(templates.render(List.of("ci"), TemplateScope.PORT, ExampleModel.port()))
                .isEqualTo(FileTrees.of("image/Dockerfile", "FROM arm64v8/centos:7\n"));
    }

    @Test
    void templatesKnowWhatIsGeneratedBesideThem() {
        FileTree rendered = render(
                FileTrees.of(
                        "a/provider.yaml",
                        ONE_FILE.formatted(".gitattributes"),
                        "a/.gitattributes.ftl",
                        "[#list generated as path][=path] linguist-generated=true\n[/#list]",
                        "b/provider.yaml",
                        ONE_FILE.formatted("Z.md"),
                        "b/Z.md",
                        ""),
                "b",
                "a",
                "b");
        assertThat(rendered.get(".gitattributes").orElseThrow().text())
                .contains(".gitattributes linguist-generated=true\nZ.md linguist-generated=true\n");
    }

    @Test
    void theShellsAndOtherTemplatesMarksMeanNothing() {
        String text = "${HOME} $(x) ${{ matrix.os }} <#if x> {% if %} {{ y }} [ -z 1 ] [[ a ]] #{x}\n";
        assertThat(renderOne("x.md", text)).isEqualTo(text);
    }

    @Test
    void numbersPrintAsComputersReadThem() {
        assertThat(renderOne("x.md", "[=1000000] [=0.5] [=true] [=1234567.25]"))
                .isEqualTo("1000000 0.5 true 1234567.25");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'freemarker.template.utility.Execute'?new()(\"id\") | ?new",
                "target?api.getClass()                              | ?api",
                "'1'?eval                                           | ?eval",
                "'x'?interpret                                      | ?interpret",
                "target.arch?no_esc                                 | ?no_esc"
            })
    void nothingReachesBeyondPlainData(String expression, String word) {
        assertThatThrownBy(() -> renderOne("x.md", "\n  [=" + expression + "]"))
                .isInstanceOf(InputException.class)
                .hasMessageMatching("templates/ci/x\\.md\\.ftl:2:\\d+: '\\" + word
                        + "' reaches beyond plain data or past the escapes, and is not available");
    }

    @Test
    void theClockAndOtherFilesAreOutOfReach() {
        assertThatThrownBy(() -> renderOne("x.md", "[=.now]\n[#include '/etc/passwd']"))
                .isInstanceOf(InputException.class)
                .hasMessage("templates/ci/x.md.ftl:1:3: '.now' is the clock: the same inputs would give other bytes"
                        + " tomorrow\ntemplates/ci/x.md.ftl:2:1: '[#include]' is not available: a template stands alone,"
                        + " in the format of its file's name");
    }

    @Test
    void aMissingVariableIsNamedWithItsPlaceAndItsNearMisses() {
        assertThatThrownBy(() -> renderOne("x.md", "a\n  b [=target.arhc]"))
                .isInstanceOf(InputException.class)
                .hasMessage("""
                        templates/ci/x.md.ftl:2:7: there is no 'target.arhc'; did you mean 'target.arch'?
                          fix: docs/templates.md lists all variables, or say what holds without it: \
                        [=target.arhc!'…'], [#if target.arhc??]""");
        assertThatThrownBy(() -> renderOne("x.md", "[=settings.docker.pakages]"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("templates/ci/x.md.ftl:1:3: there is no 'settings.docker.pakages'; did you mean"
                        + " 'settings.docker.packages'?\n  fix: write it in overlays/port.yaml, or say ");
        assertThatThrownBy(() -> renderOne("x.md", "[#list variant as v][/#list]"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(":1:8: there is no 'variant'; did you mean 'variants'?");
    }

    @Test
    void aSyntaxErrorIsNamedWithItsPlace() {
        assertThatThrownBy(() -> renderOne("x.md", "a\n[#if true]b"))
                .isInstanceOf(InputException.class)
                .hasMessageMatching("(?s)templates/ci/x\\.md\\.ftl:2:1?\\d: not a valid template: .*#if.*");
    }

    @Test
    void aWrongTypeIsNamedWithItsPlace() {
        assertThatThrownBy(() -> renderOne("x.md", "[=variants]"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("templates/ci/x.md.ftl:1:3: Expected a string or something ")
                .hasMessageEndingWith(": ==> variants");
    }

    @Test
    void aTemplateThatGoesOnForEverIsStopped() {
        assertThatThrownBy(() -> renderOne("x.md", "[#list 1..2000000000 as i]xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx[/#list]"))
                .isInstanceOf(InputException.class)
                .hasMessage("templates/ci/x.md.ftl: the file gets longer than 4000000 characters\n"
                        + "  fix: look for a list without an end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[#list 1.. as i][/#list]",
                "[#list 1..999999999 as i][/#list]",
                "[#list 1..99999 as i][#list 1..99999 as j][#continue][/#list][#else]none[/#list]",
                "[#list 1..99999999 as i][#sep][/#list]",
                "[#list 1..99999999][#items as i][/#items][/#list]",
                "[#assign a=[1]][#list 1..30 as i][#assign a=a+a][/#list][#list a as i][/#list]",
                "[#macro m n][#if n > 0][@m n-1/][@m n-1/][/#if][/#macro][@m 60/]",
                "[#macro m][#list 1..99999 as i][#nested][/#list][/#macro][@m][@m][/@m][/@m]",
                "[#function f n][#if n > 0][#return f(n-1)+f(n-1)][/#if][#return 1][/#function][=f(60)]"
            })
    void loopsAndMacrosThatWriteNothingAreStopped(String endless) {
        assertThatThrownBy(() -> renderOne("x.md", endless))
                .isInstanceOf(InputException.class)
                .hasMessage("templates/ci/x.md.ftl: takes more than 1000000 turns of loops and calls of macros\n"
                        + "  fix: look for a list without an end, or a macro that calls itself");
    }

    @Test
    void aConditionIsBoundedAsAFileIs() {
        String provider = "provider: 1\nfiles:\n  - path: a\n    for: feedstock\n    when: %s\n";
        String endless = "true)][/#if][#list 1.. as i][/#list][#if (true";
        assertThatThrownBy(() -> render(
                        FileTrees.of("ci/provider.yaml", provider.formatted("'" + endless + "'"), "ci/a", ""), "ci"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("templates/ci/provider.yaml:5:11: ")
                .hasMessageContaining("takes more than 1000000 turns");
    }

    @Test
    void aTextOfGiantSizeIsToldAtItsTemplate() {
        assertThatThrownBy(() -> renderOne("x.md", "[= 'x'?left_pad(2147483647)]"))
                .isInstanceOf(InputException.class)
                .hasMessage("templates/ci/x.md.ftl: takes more memory than there is\n"
                        + "  fix: look for a text or list of giant size");
    }

    @Test
    void aNumberThatIsSquaredForEverIsStopped() {
        assertThatThrownBy(() -> renderOne("x.md", "[#assign n=2][#list 1..60 as i][#assign n=n*n][/#list][=n?c]"))
                .isInstanceOf(InputException.class)
                .hasMessage("templates/ci/x.md.ftl:1:32: a number gets more than 1000 digits");
    }

    @Test
    void noTemplateHidesWhatIsWrong() {
        assertThatThrownBy(() -> renderOne("x.md", "[#attempt][#list 1.. as i]x[/#list][#recover]ok[/#attempt]"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'[#attempt]' would hide what is wrong, bounds among it, and is not available");
    }

    @Test
    void aMacroThatCallsItselfForEverIsStopped() {
        assertThatThrownBy(() -> renderOne("x.md", "[#macro a][@a/][/#macro][@a/]"))
                .isInstanceOf(InputException.class)
                .hasMessage("templates/ci/x.md.ftl: a macro calls itself without end\n  fix: give it a condition");
    }

    @Test
    void aYamlFileThatIsNoneIsRefused() {
        assertThatThrownBy(() -> renderOne("x.yml", "a: [=target.arch]: b\n"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("templates/ci/x.yml.ftl: the rendered file is not valid YAML: ")
                .hasMessageEndingWith("at its line:1:11\n  fix: quote what is interpolated there");
    }

    @Test
    void allTemplatesAreTriedBeforeAnyProblemIsThrown() {
        assertThatThrownBy(() -> render(
                        FileTrees.of(
                                "ci/provider.yaml",
                                "provider: 1\nfiles: [{path: a, for: feedstock}, {path: b, for: feedstock}]\n",
                                "ci/a.ftl",
                                "[=aa]",
                                "ci/b.ftl",
                                "[=bb]"),
                        "ci"))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.problems()).hasSize(2));
    }

    @Test
    void aConditionThatIsNoneIsNamedAtItsPlace() {
        String provider = "provider: 1\nfiles:\n  - path: a\n    for: feedstock\n    when: %s\n";
        assertThatThrownBy(() -> render(
                        FileTrees.of("ci/provider.yaml", provider.formatted("variant?size > 1"), "ci/a", ""), "ci"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "templates/ci/provider.yaml:5:11: 'variant?size > 1' is no condition: there is no"
                                + " 'variant'; did you mean 'variants'?");
        assertThatThrownBy(() -> render(FileTrees.of("ci/provider.yaml", provider.formatted("'x'"), "ci/a", ""), "ci"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("templates/ci/provider.yaml:5:11: 'x' is no condition: ");
        assertThatThrownBy(() ->
                        Templates.of(FileTrees.of("ci/provider.yaml", provider.formatted("\"variants?\""), "ci/a", "")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "templates/ci/provider.yaml:5:11: 'variants?' is no condition: not a valid" + " template: ");
    }

    @Test
    void aProviderThatDoesNotExistIsRefused() {
        FileTree templates =
                FileTrees.of("docker/provider.yaml", "provider: 1\n", "common/provider.yaml", "provider: 1\n");
        assertThat(wrong(templates, "common", "dokcer"))
                .containsExactly("port.yaml:3: there is no provider 'dokcer'; did you mean 'docker'?\n"
                        + "  fix: choose among common, docker");
        assertThat(render(templates, "common", "dokcer")).isEqualTo(render(templates, "common"));
    }

    @Test
    void aProviderNamesTheOnesThatItNeeds() {
        FileTree templates = FileTrees.of(
                "docker/provider.yaml", "provider: 1\n", "ci/provider.yaml", "provider: 1\nrequires: [docker]\n");
        assertThat(wrong(templates, "ci", "docker")).isEmpty();
        assertThat(wrong(templates, "ci"))
                .containsExactly("port.yaml:2: provider 'ci' needs 'docker', which is not chosen\n  fix: add 'docker'");
    }

    @Test
    void twoProvidersWithOnePathAreRefused() {
        FileTree templates = FileTrees.of(
                "a/provider.yaml",
                ONE_FILE.formatted("x"),
                "a/x",
                "",
                "b/provider.yaml",
                ONE_FILE.formatted("x"),
                "b/x",
                "");
        assertThatThrownBy(() -> render(templates, "a", "b"))
                .isInstanceOf(InputException.class)
                .hasMessage("templates/b/provider.yaml:3:5: x is rendered by templates/a/provider.yaml too\n"
                        + "  fix: choose one of the two, or give them conditions that exclude each other");
    }

    @Test
    void aFolderSaysEverythingAboutItself() {
        assertThatThrownBy(() -> Templates.of(FileTrees.of(
                        "a/x", "", "b/provider.yaml", """
                        provider: 2
                        abuot: x
                        files:
                          - {path: gone, for: feedstock}
                          - {path: ../up, for: feedstock}
                          - {path: x, for: me, executable: maybe}
                          - y
                        """, "b/x", "", "b/z", "", "c/provider.yaml", "- x\n")))
                .isInstanceOf(InputException.class)
                .hasMessage("""
                        templates/a: has no provider.yaml
                          fix: write one, see docs/templates.md
                        templates/b/provider.yaml:1:11: 'provider' is '2'
                          fix: give '1', the version of this language
                        templates/b/provider.yaml:2:1: a provider has no key 'abuot'; did you mean 'about'?
                          fix: there is provider, about, requires, removes, files
                        templates/b/provider.yaml:4:5: there is neither gone.ftl nor gone in the folder
                          fix: write it, or take it out
                        templates/b/provider.yaml:5:12: 'path' has a part '..', which may leave the tree
                          fix: give a path such as '.scripts/build.sh'
                        templates/b/provider.yaml:6:20: 'for' is 'me'
                          fix: give 'feedstock' or 'port'
                        templates/b/provider.yaml:6:36: 'executable' is 'maybe'
                          fix: give 'true' or 'false'
                        templates/b/provider.yaml:7:5: a file is a mapping
                          fix: write '- path: PATH' and 'for: feedstock' below it
                        templates/b/z: templates/b/provider.yaml does not list it
                          fix: add it there under 'files', or remove it
                        templates/c/provider.yaml: a provider is a mapping
                          fix: begin with 'provider: 1', see docs/templates.md""");
    }

    @Test
    void whereTheListOfFilesIsNoneTheFilesAreNotBlamed() {
        assertThatThrownBy(() ->
                        Templates.of(FileTrees.of("a/provider.yaml", "provider: 1\nfiles: x\n", "a/x", "", "a/y", "")))
                .isInstanceOf(InputException.class)
                .hasMessage("templates/a/provider.yaml:2:8: 'files' is no list\n  fix: give a list of files");
    }

    @Test
    void theModelHoldsWhatTheReferencePromisesAndPlainDataOnly() {
        Templates templates = Templates.of(FileTree.empty());
        Map<String, Object> model = ExampleModel.feedstock();
        model.remove("variants");
        assertThatThrownBy(() -> templates.render(List.of(), TemplateScope.FEEDSTOCK, model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("variable 'variants' has no value");
        model.put("variants", List.of(new StringBuilder("x")));
        assertThatThrownBy(() -> templates.render(List.of(), TemplateScope.FEEDSTOCK, model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("variable 'variants[]' is no plain data: x");
        model.put("variants", new ArrayList<>());
        model.put("varaints", new LinkedHashMap<>());
        assertThatThrownBy(() -> templates.render(List.of(), TemplateScope.FEEDSTOCK, model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("variable 'varaints' is not in Variable.ALL");
    }
}
