package org.archirender.python.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.archirender.python.library.Python;
import org.archirender.python.value.PythonException;
import org.junit.jupiter.api.Test;

class LexerTest {
    private static String words(List<Token> tokens) {
        return tokens.stream()
                .map(token -> switch (token.kind()) {
                    case NAME -> token.text();
                    case NUMBER, STRING -> token.value().repr();
                    case OPERATOR -> "`" + token.text() + "`";
                    case END -> "end";
                })
                .collect(Collectors.joining(" "));
    }

    private static String python(String source) {
        try {
            return words(Lexer.python(source));
        } catch (PythonException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String tag(String source) {
        try {
            return words(Lexer.template("{{" + source, 2, "}}"));
        } catch (PythonException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void wordsOfPython() {
        Python.check("""
                py>=310 and not win      => py `>=` 310 and not win end
                a<=b                     => a `<=` b end
                a**b//c                  => a `**` b `//` c end
                a<<b>>c                  => a `<<` b `>>` c end
                a:=b->c...               => a `:=` b `->` c `...` end
                x[1:2]                   => x `[` 1 `:` 2 `]` end
                'a'"b"                   => 'a' 'b' end
                'it\\'s'                 => "it's" end
                1.5.x                    => 1.5 `.` x end
                1.                       => 1.0 end
                27and x                  => 27 and x end
                a.1                      => a `.` 1 end
                naïve_1                  => naïve_1 end
                _x1 x1_                  => _x1 x1_ end
                a # b                    => a end
                'a # b'                  => 'a # b' end
                a\\tb                    => a b end
                """.replace("\\t", "\t"), LexerTest::python);
    }

    @Test
    void wordsOfATag() {
        Python.check("""
                a|b ~ c}}                => a `|` b `~` c end
                {'a': {}}}}              => `{` 'a' `:` `{` `}` `}` end
                '}}'}}                   => '}}' end
                a-}}                     => a end
                1.2.3}}                  => 1.2 `.` 3 end
                a.0.1}}                  => a `.` 0 `.` 1 end
                1.x}}                    => 1 `.` x end
                27and}}                  => 27 and end
                a != b}}                 => a `!=` b end
                a // b}}                 => a `//` b end
                r'a'}}                   => r 'a' end
                '''a'''}}                => '' 'a' '' end
                a & b}}                  => SyntaxError: a character that no expression has, '&'
                a # b}}                  => SyntaxError: a character that no expression has, '#'
                a)}}                     => SyntaxError: an unexpected ')'
                a                        => SyntaxError: the text ends inside a tag; missing '}}'
                (a}}                     => SyntaxError: an unexpected '}'
                1_0}}                    => not supported: a number such as 1_…
                1e5}}                    => not supported: a number such as 1e…
                """, LexerTest::tag);
    }

    @Test
    void tokensKnowWhereTheyStand() {
        List<Token> tokens = Lexer.python("ab >= 'c'");
        assertThat(tokens).extracting(Token::offset).containsExactly(0, 3, 6, 9);
        assertThat(tokens).extracting(Token::end).containsExactly(2, 5, 9, 9);
        assertThat(tokens.get(2).text()).isEqualTo("'c'");
        assertThat(tokens.get(0).described()).isEqualTo("'ab'");
        assertThat(tokens.get(3).described()).isEqualTo("end");
    }

    @Test
    void theEndOfATagSaysHowItEnds() {
        assertThat(last(Lexer.template("{{ a }}", 2, "}}"))).isEqualTo("}}");
        assertThat(last(Lexer.template("{{ a -}}", 2, "}}"))).isEqualTo("-}}");
        assertThat(last(Lexer.template("{% a +%}", 2, "%}"))).isEqualTo("+%}");
        assertThat(Lexer.template("{{ a }} b", 2, "}}").get(1).end()).isEqualTo(7);
    }

    private static String last(List<Token> tokens) {
        return tokens.get(tokens.size() - 1).text();
    }

    @Test
    void templatesTakeEveryKindOfSpace() {
        assertThat(tag("\u00a0a\u2003\n\u0085b }}")).isEqualTo("a b end");
        assertThat(python("a\u00a0b")).contains("a character that no expression has");
    }

    @Test
    void stringsInTemplatesMayHaveLineEnds() {
        assertThat(tag("'a\nb'}}")).isEqualTo("'a\\nb' end");
        assertThat(python("'a\nb'")).isEqualTo("SyntaxError: a string without its end");
        assertThat(tag("'a\\\nb'}}")).as("a line end that is escaped").isEqualTo("'ab' end");
    }

    @Test
    void manyDigitsAreRefused() {
        assertThatThrownBy(() -> Lexer.python("9".repeat(20_000)))
                .hasMessage("limit: an integer of more than 32768 bits");
    }
}
