package org.archirender.recipe;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.selector.SelectedName;
import org.archirender.text.Quotes;

/**
 * By what an item goes: its first word without quotes, a Jinja item its call with the first argument, a command its full
 * text; {@code ^prefix} is any item's beginning.
 *
 * @param written as in the overlay
 * @param commands whether the list is one of commands, so that only the full text counts
 */
public record ItemName(String written, boolean commands) {
    /** Where every word counts: commands, and expressions. */
    private static final List<String> LISTS_OF_TEXTS = List.of("commands", "script", "content", "skip");

    private static final Pattern STRING = Pattern.compile("\"([^\"']*)\"|'[^']*'|\\s+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NAME_WITH_OPERATOR = Pattern.compile("([\\w.-]+)[<>=!~].*", Pattern.DOTALL);
    private static final Pattern FIRST_ARGUMENT =
            Pattern.compile("([\\w.]+\\((?:'[^']*'|[^,()]*))[,)].*", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("[\\w.]+\\(.*\\)", Pattern.DOTALL);

    /** A name for the list at {@code path}; those of commands and expressions go by their whole text. */
    public static ItemName in(RecipePath path, String written) {
        return new ItemName(Quotes.without(written.strip()), LISTS_OF_TEXTS.contains(path.lastKey()));
    }

    /**
     * The items that go by this name; by {@code NAME[selector]} those under that selector, by {@code NAME[]} those without
     * one.
     */
    public List<RecipeItem> find(RecipeText recipe, List<RecipeItem> items) {
        List<RecipeItem> hits =
                items.stream().filter(item -> names(item.text(recipe))).toList();
        Optional<SelectedName> selected = SelectedName.parse(written);
        if (!hits.isEmpty() || selected.isEmpty()) {
            return hits;
        }
        ItemName name = new ItemName(selected.get().name(), commands);
        return items.stream()
                .filter(item -> name.names(item.text(recipe)))
                .filter(item -> selected.get().isUnder(item.condition(recipe)))
                .toList();
    }

    /** Whether an item of that text goes by this name. */
    boolean names(String item) {
        if (written.startsWith("^")) {
            return item.startsWith(written.substring(1));
        }
        String text = canonical(item);
        String name = canonical();
        boolean nameOnly = !commands && nameOf(name).equals(name);
        return name.equals(text) || (nameOnly && name.equals(nameOf(text)));
    }

    /** A call may be written without its braces. */
    private String canonical() {
        String call = CALL.matcher(written).matches() && !commands ? "{{" + written + "}}" : written;
        return canonical(call);
    }

    /** Whether this, read as an item's text, has the same words as {@code item}. */
    public boolean isSameText(String item) {
        return canonical(written).equals(canonical(item));
    }

    /** Whether this, read as an item's text, is the same item as {@code item}, if with another version. */
    public boolean isSameItem(String item) {
        String one = canonical(written);
        String other = canonical(item);
        return one.equals(other) || (!commands && nameOf(one).equals(nameOf(other)));
    }

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
    private static String inside(String expression) {
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
    private static String nameOf(String canonical) {
        int end = wordEnd(canonical);
        String word = canonical.substring(0, end);
        if (word.startsWith("{{") && word.endsWith("}}")) {
            Matcher call = FIRST_ARGUMENT.matcher(word.substring(2, word.length() - 2));
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
