package org.archirender.template;

import freemarker.template.TemplateModelException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a place in a shell script stands: among words, in quotes, in a comment, in a here-document. */
final class ShellContext implements EscapingContext {
    private static final Pattern HERE_DOCUMENT = Pattern.compile("<<(-?)\\s*(['\"\\\\]?)([A-Za-z_]\\w*)");

    private static final Pattern WORD_START = Pattern.compile("(?:.*[\\s;&|(])?[\"']?");
    private static final Pattern COMMENT_START = Pattern.compile("\\s*#\\s*");
    private static final Pattern DIRECTIVE = Pattern.compile("#!|#\\s*[A-Za-z]+\\s*=");

    private enum State {
        WORDS(""),
        PARENTHESES("a parenthesis"),
        BACKTICKS("a backtick"),
        BRACES("a ${"),
        DOUBLE("a double quote"),
        SINGLE("a single quote"),
        ANSI("a single quote"),
        COMMENT(""),
        HERE_DOCUMENT("a here-document");

        private final String open;

        State(String open) {
            this.open = open;
        }
    }

    private final Deque<State> states = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private char previous = '\n';
    private boolean escaped;
    /** Where in the line a here-document's mark stands, or -1. */
    private int hereAt = -1;

    private String delimiter = "";
    private boolean delimiterIndented;
    private boolean delimiterQuoted;

    ShellContext() {
        states.push(State.WORDS);
    }

    @Override
    public void advance(char c) {
        if (c == '\n') {
            endLine();
        } else {
            line.append(c);
            if (escaped) {
                escaped = false;
                // No start of an expansion or of a word, whatever it is.
                previous = '\\';
                return;
            }
            within(c);
        }
        previous = c;
    }

    private void within(char c) {
        switch (states.element()) {
            case COMMENT, HERE_DOCUMENT -> {}
            case SINGLE -> popOn(c, '\'');
            case ANSI -> {
                escaped = c == '\\';
                popOn(c, '\'');
            }
            case DOUBLE -> {
                if (!popOn(c, '"')) {
                    expansion(c);
                }
            }
            case BRACES -> {
                if (!popOn(c, '}') && !expansion(c)) {
                    quote(c);
                }
            }
            case WORDS, PARENTHESES, BACKTICKS -> words(c);
        }
    }

    private void words(char c) {
        boolean wordStart = Character.isWhitespace(previous) || ";&|(".indexOf(previous) >= 0;
        if (c == '#' && wordStart) {
            states.push(State.COMMENT);
        } else if (c == '<' && previous == '<' && hereAt < 0) {
            hereAt = line.length() - 2;
        } else if (c == '(') {
            states.push(State.PARENTHESES);
        } else if (c == ')' && states.element() == State.PARENTHESES) {
            states.pop();
        } else if (c == '`' && states.element() == State.BACKTICKS) {
            states.pop();
        } else if (!expansion(c)) {
            quote(c);
        }
    }

    /** What expands inside double quotes too. */
    private boolean expansion(char c) {
        if (c == '\\') {
            escaped = true;
        } else if (c == '`') {
            states.push(State.BACKTICKS);
        } else if (c == '(' && previous == '$') {
            states.push(State.PARENTHESES);
        } else if (c == '{' && previous == '$') {
            states.push(State.BRACES);
        } else {
            return false;
        }
        return true;
    }

    private void quote(char c) {
        if (c == '"') {
            states.push(State.DOUBLE);
        } else if (c == '\'') {
            states.push(previous == '$' ? State.ANSI : State.SINGLE);
        }
    }

    private boolean popOn(char c, char end) {
        if (c == end) {
            states.pop();
        }
        return c == end;
    }

    private void endLine() {
        escaped = false;
        if (states.element() == State.HERE_DOCUMENT) {
            String text = delimiterIndented ? line.toString().stripLeading() : line.toString();
            if (text.equals(delimiter)) {
                states.pop();
            }
        } else {
            if (states.element() == State.COMMENT) {
                states.pop();
            }
            if (hereAt >= 0) {
                startHereDocument(HERE_DOCUMENT.matcher(line).region(hereAt, line.length()));
            }
        }
        hereAt = -1;
        line.setLength(0);
    }

    private void startHereDocument(Matcher mark) {
        if (mark.lookingAt()) {
            delimiterIndented = !mark.group(1).isEmpty();
            delimiterQuoted = !mark.group(2).isEmpty();
            delimiter = mark.group(3);
            states.push(State.HERE_DOCUMENT);
        }
    }

    @Override
    public String escape(String value) throws TemplateModelException {
        SafeText.requireOneLine(value);
        requireNoOption(value);
        requireNoMark(value);
        return switch (states.element()) {
            case WORDS, PARENTHESES -> SafeText.everywhere(value) ? value : "'" + inSingleQuotes(value) + "'";
            case SINGLE -> inSingleQuotes(value);
            case DOUBLE -> value.replaceAll("[\\\\$`\"]", "\\\\$0");
            case HERE_DOCUMENT -> delimiterQuoted ? value : value.replaceAll("[\\\\$`]", "\\\\$0");
            case COMMENT -> value;
            case BACKTICKS -> SafeText.requireSafe(value, "between backticks");
            case BRACES -> SafeText.requireSafe(value, "inside ${…}");
            case ANSI -> SafeText.requireSafe(value, "inside $'…'");
        };
    }

    /** A command takes a word that begins with a dash for an option, quoted or not, unless that follows {@code --}. */
    private void requireNoOption(String value) throws TemplateModelException {
        boolean argument = states.element() != State.COMMENT && states.element() != State.HERE_DOCUMENT;
        if (value.startsWith("-") && argument && WORD_START.matcher(line).matches() && line.indexOf(" -- ") < 0) {
            throw SafeText.refusal(value, "would be taken for an option", "write -- before it");
        }
    }

    /** Nor may a value end a here-document, or say who reads the file: {@code #!}, Docker's {@code # syntax=}. */
    private void requireNoMark(String value) throws TemplateModelException {
        String text = line + value;
        boolean ends = states.element() == State.HERE_DOCUMENT
                && !text.isBlank()
                && delimiter.startsWith(delimiterIndented ? text.stripLeading() : text);
        boolean directs = states.element() == State.COMMENT
                && COMMENT_START.matcher(line).matches()
                && DIRECTIVE.matcher(text.strip()).lookingAt();
        if (ends || directs) {
            throw SafeText.refusal(value, "would have a meaning of its own here", "put a word before it");
        }
    }

    private static String inSingleQuotes(String value) {
        return value.replace("'", "'\\''");
    }

    @Override
    public String open() {
        return states.element().open;
    }
}
