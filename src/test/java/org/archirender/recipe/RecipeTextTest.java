package org.archirender.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Missing;
import org.archirender.recipe.RecipeNode.Scalar;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.selector.SelectorComment;
import org.junit.jupiter.api.Test;

class RecipeTextTest {
    @Property
    void anyTextPrintsAsItIs(@ForAll String text) {
        assertThat(RecipePrinter.print(RecipeText.parse(text))).isEqualTo(text);
    }

    @Property(tries = 3000)
    void anythingThatLooksLikeARecipePrintsAsItIs(@ForAll("pieces") List<String> pieces) {
        String text = String.join("", pieces);
        RecipeText recipe = RecipeText.parse(text);
        assertThat(RecipePrinter.print(recipe)).isEqualTo(text);
        assertMembersAreInOrder(recipe, recipe.root(), 0, recipe.lineCount());
    }

    /** A member's lines begin behind its elder's and end with its parent's at the latest. */
    private static void assertMembersAreInOrder(RecipeText recipe, RecipeNode node, int from, int to) {
        int line = from;
        for (Member member : members(node)) {
            assertThat(member.firstLine()).isGreaterThanOrEqualTo(line);
            assertThat(member.endLine()).isGreaterThan(member.firstLine()).isLessThanOrEqualTo(to);
            assertMembersAreInOrder(recipe, member.value(), member.firstLine(), member.endLine());
            boolean flow = node.isFlow();
            line = flow ? member.firstLine() : member.endLine();
        }
    }

    private static List<? extends Member> members(RecipeNode node) {
        if (node instanceof Mapping mapping) {
            return mapping.entries();
        }
        return node instanceof Sequence sequence ? sequence.items() : List.of();
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "\n",
                        "\r\n",
                        "\r",
                        "  ",
                        "\t",
                        " ",
                        "- ",
                        "-",
                        "key:",
                        "a: b",
                        "key: ",
                        "# [win]",
                        "  # note",
                        "{% if x %}",
                        "{% else %}",
                        "{% endif %}",
                        "{{ x }}",
                        "{{",
                        "}}",
                        "%}",
                        "{%",
                        "{#",
                        "#}",
                        "[",
                        "]",
                        "{",
                        "}",
                        ",",
                        "\"",
                        "'",
                        "\\",
                        "|",
                        ">-",
                        "&a ",
                        "*a",
                        "!t ",
                        "\uFEFF",
                        "\uD83D\uDE00",
                        "\uD83D",
                        "---\n",
                        "...\n",
                        "\n  - ",
                        "\nbuild:\n  ",
                        "\n\n",
                        "{% set x = 1 %}\n",
                        "x: [a,\n")
                .list()
                .ofMaxSize(60);
    }

    private static Entry only(RecipeText recipe, String key) {
        List<Entry> entries = recipe.root().entries(key);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private static List<String> items(RecipeText recipe, RecipeNode node) {
        return ((Sequence) node)
                .items().stream().map(item -> recipe.text(item.value().span())).toList();
    }

    @Test
    void itemsMayStandAtTheirKeysOwnIndent() {
        RecipeText recipe = RecipeText.parse("""
                source:
                - url: a
                  sha256: b
                - url: c
                build: {}
                """);
        List<Item> items = ((Sequence) only(recipe, "source").value()).items();
        assertThat(items).hasSize(2);
        assertThat(items.get(0).endLine()).isEqualTo(3);
        assertThat(only(recipe, "build").firstLine()).isEqualTo(4);
    }

    @Test
    void aSelectorIsTheLastBracketOfTheComment() {
        RecipeText recipe = RecipeText.parse("""
                skip: true  # see [1] [win and py<36] because
                """);
        assertThat(recipe.selector(only(recipe, "skip"))).hasValue("win and py<36");
        assertThat(SelectorComment.of("# [a] (b)").expression()).isEmpty();
        assertThat(SelectorComment.of("# [a]")).isEqualTo(new SelectorComment(Optional.of("a"), ""));
        assertThat(SelectorComment.of("# one [a] two").rest()).isEqualTo("# one two");
    }

    @Test
    void theSameKeyMayStandUnderSeveralSelectors() {
        RecipeText recipe = RecipeText.parse("""
                build:
                  skip: true  # [win]
                  skip: true  # [osx]
                """);
        Mapping build = (Mapping) only(recipe, "build").value();
        assertThat(build.entries("skip").stream().map(recipe::selector))
                .containsExactly(Optional.of("win"), Optional.of("osx"));
    }

    @Test
    void tagsAreOpaqueInKeysValuesAndItems() {
        RecipeText recipe = RecipeText.parse("""
                {{ hash_type }}: {{ value["a: b # c"] }}
                run:
                  - {{ compiler('c') }}    # [unix]
                """);
        assertThat(recipe.root().entries().get(0).key()).isEqualTo("{{ hash_type }}");
        assertThat(recipe.text(recipe.root().entries().get(0).value().span())).isEqualTo("{{ value[\"a: b # c\"] }}");
        assertThat(items(recipe, only(recipe, "run").value())).containsExactly("{{ compiler('c') }}");
    }

    @Test
    void tagsInCommentLinesAreNone() {
        RecipeText recipe = RecipeText.parse("""
                # {% if never %}
                a: 1
                # {{ open
                b: 2
                """);
        assertThat(recipe.root().entries()).hasSize(2);
        assertThat(recipe.condition(1)).isEmpty();
    }

    @Test
    void knowsTheConditionOfABlock() {
        RecipeText recipe = RecipeText.parse("""
                run:
                  - a
                {%- if win %}
                  - b
                {% else %}
                  - c
                {% endif %}
                """);
        assertThat(recipe.condition(1)).isEmpty();
        assertThat(recipe.condition(3)).hasValue("if win");
        assertThat(recipe.condition(5)).hasValue("else");
        assertThat(only(recipe, "run").endLine()).isEqualTo(7);
    }

    @Test
    void theEndOfAListIsNeverInsideABlock() {
        RecipeText recipe = RecipeText.parse("""
                run:
                  - a
                {% if win %}
                  - b
                {% endif %}

                # about about
                about: {}
                """);
        Entry run = only(recipe, "run");
        assertThat(recipe.endOf(((Sequence) run.value()).items(), Optional.of(run)))
                .isEqualTo(5);
    }

    @Test
    void theEndOfAListIsAboveABlockThatGoesOnBehindIt() {
        RecipeText recipe = RecipeText.parse("""
                requirements:
                  host:
                    - a
                {% if win %}
                    - b
                  run:
                    - c
                {% endif %}
                """);
        Entry host =
                ((Mapping) only(recipe, "requirements").value()).entries("host").get(0);
        assertThat(recipe.endOf(((Sequence) host.value()).items(), Optional.of(host)))
                .isEqualTo(3);
    }

    @Test
    void readsBlockScalarsQuotesAndInlineListsOverSeveralLines() {
        RecipeText recipe = RecipeText.parse("""
                a: |
                    # no comment
                    - no item

                b: "x # no comment
                    y"  # comment
                c: [one, "t,wo",
                    {{ three }}
                ]
                d: plain
                   text
                """);
        assertThat(recipe.root().entries().stream().map(Entry::key)).containsExactly("a", "b", "c", "d");
        assertThat(only(recipe, "a").endLine()).isEqualTo(3);
        assertThat(((Scalar) only(recipe, "b").value()).style()).isEqualTo(Scalar.Style.QUOTED);
        assertThat(recipe.text(only(recipe, "b").comment().orElseThrow())).isEqualTo("# comment");
        assertThat(items(recipe, only(recipe, "c").value())).containsExactly("one", "\"t,wo\"", "{{ three }}");
        assertThat(only(recipe, "d").endLine()).isEqualTo(11);
    }

    @Test
    void aCommentThatIsLessDeepEndsABlockScalar() {
        RecipeText recipe = RecipeText.parse("""
                run:
                  - |
                    a
                  # - b &&
                      # c
                  - |
                    {% if x %}
                    d
                  {% endif %}
                    e
                """);
        assertThat(items(recipe, only(recipe, "run").value()))
                .containsExactly("|\n    a", "|\n    {% if x %}\n    d\n  {% endif %}\n    e");
    }

    @Test
    void anchorsAreNoPartOfTheirValue() {
        RecipeText recipe = RecipeText.parse("""
                host: &deps
                  - a
                run: *deps
                name: &n foo
                """);
        assertThat(items(recipe, only(recipe, "host").value())).containsExactly("a");
        assertThat(((Scalar) only(recipe, "run").value()).style()).isEqualTo(Scalar.Style.ALIAS);
        assertThat(recipe.text(only(recipe, "name").value().span())).isEqualTo("foo");
    }

    @Test
    void anEmptySectionHasNoValue() {
        RecipeText recipe = RecipeText.parse("host:  # [unix]\n  # nothing yet\nrun:\n  - a\n");
        assertThat(only(recipe, "host").value()).isInstanceOf(Missing.class);
        assertThat(recipe.selector(only(recipe, "host"))).hasValue("unix");
        assertThat(only(recipe, "host").endLine()).isEqualTo(1);
    }

    @Test
    void takesCrLfAByteOrderMarkTabsAndNoFinalNewline() {
        RecipeText recipe = RecipeText.parse("\uFEFFrun:\r\n\t- a\t# [win]\r\n\t- \uD83D\uDE00 b");
        Sequence run = (Sequence) only(recipe, "run").value();
        assertThat(items(recipe, run)).containsExactly("a", "\uD83D\uDE00 b");
        assertThat(recipe.selector(run.items().get(0))).hasValue("win");
        assertThat(recipe.indentOf(run.items().get(0).head().start())).isEqualTo("\t");
        assertThat(recipe.lineStart(0)).isEqualTo(1);
    }

    @Test
    void findsVariablesOfBothKindsOfRecipe() {
        RecipeText meta = RecipeText.parse("""
                {% set name = "x" %}{%- set build = 3 -%}
                {% set build = 4 %}  # [win]
                {% if name == "x" %}{% endif %}
                """);
        assertThat(meta.variables("build").stream().map(variable -> meta.text(variable.value())))
                .containsExactly("3", "4");
        assertThat(meta.text(meta.variables("name").get(0).value())).isEqualTo("\"x\"");
        RecipeText recipe = RecipeText.parseRecipeYaml("context:\n  version: 1.2\n");
        assertThat(recipe.text(recipe.variables("version").get(0).value())).isEqualTo("1.2");
        assertThat(recipe.isRecipeYaml()).isTrue();
        assertThat(meta.isRecipeYaml()).isFalse();
    }

    @Test
    void inARecipeYamlOnlyWhatIsBehindADollarIsJinja() {
        String text = """
                build:
                  script:
                    - echo ${#x} {% if %} {{ y }}
                    - ${{ PYTHON }} -m pip "${a[@]#}"
                  number: 0
                """;
        RecipeText recipe = RecipeText.parseRecipeYaml(text);
        assertThat(RecipePrinter.print(recipe)).isEqualTo(text);
        Entry build = only(recipe, "build");
        assertThat(build.value().entries()).extracting(Entry::key).containsExactly("script", "number");
        assertThat(build.value().entries().get(0).value().members()).hasSize(2);
    }

    @Test
    void aLongRecipeKeepsItsItems() {
        String text = "requirements:\n  run:\n" + "    - a  # [win]\n\n    # note\n".repeat(5_000) + "about: {}\n";
        RecipeText recipe = RecipeText.parse(text);
        Entry run = ((Mapping) only(recipe, "requirements").value()).entries().get(0);
        assertThat(((Sequence) run.value()).items()).hasSize(5_000);
        assertThat(run.endLine()).isEqualTo(15_000);
    }

    @Test
    void nestingBeyondReasonIsText() {
        String text = "- ".repeat(50_000) + "\n" + "a:\n ".repeat(3) + "[".repeat(50_000) + "\n";
        assertThat(RecipePrinter.print(RecipeText.parse("k:\n  " + text))).isEqualTo("k:\n  " + text);
    }
}
