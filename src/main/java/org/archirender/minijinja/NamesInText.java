package org.archirender.minijinja;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.archirender.python.syntax.Token;

/** Which names an expression has, whether or not evaluation comes to them (rattler-build's {@code used_vars}). */
final class NamesInText {
    private static final Set<String> KEYWORDS = new TreeSet<>(
            List.of("and", "or", "not", "in", "is", "if", "else", "true", "True", "false", "False", "none", "None"));

    private NamesInText() {}

    static Set<String> of(List<Token> tokens) {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.NAME && !KEYWORDS.contains(token.text()) && !isWord(tokens, i)) {
                names.add(token.text());
                if (i + 2 < tokens.size() && tokens.get(i + 2).kind() == Token.Kind.STRING) {
                    names.addAll(
                            lookedUp(token.text(), tokens.get(i + 2).value().str()));
                }
            }
        }
        return names;
    }

    /** What a function looks up whose first argument is the text {@code given}. */
    private static List<String> lookedUp(String function, String given) {
        return switch (function) {
            case "compiler" -> List.of(given + "_compiler", given + "_compiler_version", "CONDA_BUILD_SYSROOT");
            case "stdlib" -> List.of(given + "_stdlib", given + "_stdlib_version", "CONDA_BUILD_SYSROOT");
            case "cdt" -> List.of("cdt_name", "cdt_arch");
            case "pin_subpackage", "pin_compatible" -> List.of(given);
            default -> List.of();
        };
    }

    /** Whether it is an attribute, a filter or a test. */
    private static boolean isWord(List<Token> tokens, int i) {
        if (i == 0) {
            return false;
        }
        Token before = tokens.get(i - 1);
        boolean negated = before.isName("not") && i > 1 && tokens.get(i - 2).isName("is");
        return before.isOperator(".") || before.isOperator("|") || before.isName("is") || negated;
    }
}
