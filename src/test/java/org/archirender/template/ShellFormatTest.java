package org.archirender.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellFormatTest {
    private static String render(String template, String value) {
        return FileTemplate.parse(template, "t.sh.ftl", FileKind.SHELL).render(Map.of("x", value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "echo [=x]            | plain-1.0/a:b@c | echo plain-1.0/a:b@c",
                "echo [=x]            | it's $(rm)      | echo 'it'\\''s $(rm)'",
                "echo \"[=x]\"        | it's $(rm) \"`  | echo \"it's \\$(rm) \\\"\\`\"",
                "echo '[=x]'          | it's $(rm)      | echo 'it'\\''s $(rm)'",
                "echo \"$(ls [=x])\"  | a b             | echo \"$(ls 'a b')\"",
                "# [=x]               | it's $(rm)      | # it's $(rm)",
                "echo a#b'[=x]'       | $x              | echo a#b'$x'",
                "echo \\'[=x]         | $x              | echo \\''$x'",
                "a=${b#c} # [=x]      | 'd              | a=${b#c} # 'd"
            })
    void aValueIsEscapedForThePlaceWhereItStands(String template, String value, String written) {
        assertThat(render(template, value)).isEqualTo(written);
    }

    @Test
    void aHereDocumentExpandsUnlessItsDelimiterIsQuoted() {
        assertThat(render("cat <<EOF\n[=x]\nEOF\necho [=x]\n", "$a 'b'"))
                .isEqualTo("cat <<EOF\n\\$a 'b'\nEOF\necho '$a '\\''b'\\'''\n");
        assertThat(render("cat <<-'EOF'\n\t[=x]\n\tEOF\necho \"[=x]\"\n", "$a"))
                .isEqualTo("cat <<-'EOF'\n\t$a\n\tEOF\necho \"\\$a\"\n");
    }

    @Test
    void anEmptyValueIsAnEmptyWord() {
        assertThat(render("f [=x] \"[=x]\"", "")).isEqualTo("f '' \"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo `ls [=x]`", "echo ${a:-[=x]}", "echo $'[=x]'"})
    void whereNoEscapeIsSafeTheValueIsRefused(String template) {
        assertThat(render(template, "safe-1.0")).contains("safe-1.0");
        assertThatThrownBy(() -> render(template, "a b"))
                .isInstanceOf(InputException.class)
                .hasMessageMatching(
                        "(?s)t\\.sh\\.ftl:1:\\d+: the value 'a b' can't be escaped (between backticks|inside"
                                + " \\$\\{…}|inside \\$'…'); put it into a variable of its own first");
    }

    @Test
    void aLineBreakIsRefused() {
        assertThatThrownBy(() -> render("# [=x]", "a\nrm -rf /"))
                .isInstanceOf(InputException.class)
                .hasMessage("t.sh.ftl:1:3: the value 'a\ufffdrm -rf /' has a line break or another control character,"
                        + " which can't be written here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"echo \"a | a double quote", "cat <<EOF\\n | a here-document", "x=$(a | a parenthesis"})
    void aFileThatEndsInsideAQuoteIsRefused(String template, String open) {
        assertThatThrownBy(() -> render(template.replace("\\n", "\n"), ""))
                .isInstanceOf(InputException.class)
                .hasMessage("t.sh.ftl: the file ends inside " + open + "\n  fix: close it in the template");
    }

    @Test
    void textKeptForLaterMustBeSafeEverywhere() {
        assertThat(render("[#assign y][=x][/#assign]echo [=y]", "a-1")).isEqualTo("echo a-1");
        assertThatThrownBy(() -> render("[#assign y][=x][/#assign]echo \"[=y]\"", "$(a)"))
                .isInstanceOf(InputException.class)
                .hasMessage("t.sh.ftl:1:12: the value '$(a)' can be escaped only where it is written");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "rm [=x]              | -rf         | would be taken for an option; write -- before it",
                "rm \"[=x]\"          | -rf         | would be taken for an option; write -- before it",
                "a=$([=x])            | -rf         | would be taken for an option; write -- before it",
                "FROM [=x]            | --platform=b | would be taken for an option; write -- before it",
                "cat <<EOF;[=x];EOF   | EOF         | would have a meaning of its own here; put a word before it",
                "cat <<'EOF';EO[=x];EOF | F         | would have a meaning of its own here; put a word before it",
                "cat <<-EOF;\tE[=x];EOF | OF        | would have a meaning of its own here; put a word before it",
                "#[=x]                | !/bin/evil  | would have a meaning of its own here; put a word before it",
                "# [=x]               | syntax=evil | would have a meaning of its own here; put a word before it",
                "# [=x]               | a\u202eb    | has a line break or another control character, which can't be"
                        + " written here"
            })
    void aValueThatWouldBeMoreThanAWordIsRefused(String template, String value, String why) {
        assertThatThrownBy(() -> render(template.replace(";", "\n").replace("\\t", "\t"), value))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("' " + why);
    }

    @Test
    void aDashIsNoOptionBehindTwoOrInsideOfAWord() {
        assertThat(render("rm -- [=x] a=[=x] \"b [=x]\"\n# [=x]\n", "-rf"))
                .isEqualTo("rm -- '-rf' a='-rf' \"b -rf\"\n# -rf\n");
    }

    @Test
    void anEscapedDollarStartsNoExpansion() {
        assertThat(render("echo \"[=x]\" done", "$(")).isEqualTo("echo \"\\$(\" done");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings()
                .withChars(" '\"\\$`!#&;|<>()[]{}*?~=-abc\u00e9")
                .ofMaxLength(12)
                .filter(value -> !value.startsWith("-"));
    }

    /** The real shell is the judge, for all places in one run. */
    @Property(tries = 100)
    void theShellReadsTheValueAsItself(@ForAll("values") String value) throws Exception {
        String script = render("""
                p() { printf '%s\\n' "$1"; }
                p [=x]
                p "[=x]"
                p '[=x]'
                # about [=x]
                p "$(p [=x])"
                cat <<END
                [=x].
                END
                cat <<'END'
                [=x].
                END
                """, value);
        assertThat(run(script)).isEqualTo((value + "\n").repeat(4) + (value + ".\n").repeat(2));
    }

    private static String run(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of("sh", "-c", script))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
