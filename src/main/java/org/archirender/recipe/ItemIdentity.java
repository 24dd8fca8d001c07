package org.archirender.recipe;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What makes two items the same one, whatever their versions, quotes and white space. */
final class ItemIdentity {
    private static final Pattern STRING = Pattern.compile("\"([^\"']*)\"|'[^']*'|\\s+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NAME_WITH_OPERATOR = Pattern.compile("([\\w.-]+)[<>=!~].*", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("([\\w.]+\\((?:'[^']*'|[^,()]*))[,)].*", Pattern.DOTALL);

    private ItemIdentity() {}

    /** The text with single blanks, and its Jinja expressions in one form: {@code {{compiler('c')}}}. */
    static String canonical(String text) {
        String stripped = text.strip();
        StringBuilder canonical = new StringBuilder();
        int done = 0;
        for (JinjaTag tag : expressions(stripped)) {
            int start = tag.span().start();
            int dollar = start > done && stripped.charAt(start - 1) == '$' ? 1 : 0;
            canonical.append(blanks(stripped.substring(done, start - dollar)));
            canonical
                    .append("{{")
                    .append(inside(tag.inside(stripped).of(stripped)))
                    .append("}}");
            done = tag.span().end();
        }
        return canonical.append(blanks(stripped.substring(done))).toString();
    }

    /** What is literal in a text: {@code tcl} of {@code tcl{{ version }}}. */
    static String withoutExpressions(String text) {
        StringBuilder literal = new StringBuilder();
        int done = 0;
        for (JinjaTag tag : expressions(text)) {
            literal.append(text, done, tag.span().start());
            done = tag.span().end();
        }
        return literal.append(text.substring(done)).toString().strip();
    }

    private static List<JinjaTag> expressions(String text) {
        return JinjaTag.find(text).stream()
                .filter(tag -> tag.kind() == JinjaTag.Kind.EXPRESSION)
                .toList();
    }

    private static String blanks(String text) {
        return SPACE.matcher(text).replaceAll(" ");
    }

    /** An expression without white space outside of strings, with single quotes. */
    static String inside(String expression) {
        return STRING.matcher(expression).replaceAll(match -> {
            String found = match.group();
            boolean isDouble = found.startsWith("\"");
            return Matcher.quoteReplacement(isDouble ? "'" + match.group(1) + "'" : found.startsWith("'") ? found : "");
        });
    }

    /**
     * The name of an item in its canonical form: its first word, its call up to the first argument, or of a mapping its
     * first key with its value.
     */
    static String name(String canonical) {
        int end = wordEnd(canonical);
        String word = canonical.substring(0, end);
        if (word.startsWith("{{") && word.endsWith("}}")) {
            Matcher call = CALL.matcher(word.substring(2, word.length() - 2));
            return call.matches() ? "{{" + call.group(1) + ")}}" : word;
        }
        if (word.endsWith(":")) {
            return canonical;
        }
        Matcher operator = NAME_WITH_OPERATOR.matcher(word);
        return operator.matches() ? operator.group(1) : word;
    }

    private static int wordEnd(String canonical) {
        int from = 0;
        for (JinjaTag tag : expressions(canonical)) {
            int blank = canonical.indexOf(' ', from);
            if (blank >= 0 && blank < tag.span().start()) {
                return blank;
            }
            from = tag.span().end();
        }
        int blank = canonical.indexOf(' ', from);
        return blank < 0 ? canonical.length() : blank;
    }
}
