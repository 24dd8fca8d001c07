package org.archirender.template;

import freemarker.template.TemplateModelException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a place in a YAML file stands: where a scalar starts, inside one, in quotes, a block or a comment. */
final class YamlContext implements EscapingContext {
    private static final Pattern SCALAR_START = Pattern.compile("\\s*([-?]\\s+)*+|.*:\\s+");
    private static final Pattern FLOW_START = Pattern.compile(".*[\\[{,]\\s*");
    private static final Pattern BLOCK_HEADER = Pattern.compile("(?:^|.*\\s)[|>][-+0-9]*\\s*");
    private static final Pattern BEFORE_KEY = Pattern.compile("\\s*(?:-\\s+)*+(?=[^\\s|>-])");
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_./](?:[A-Za-z0-9_./+=@%^~<>!*$-]|:(?! |$)| (?! |$))*+");
    private static final Pattern NO_TEXT = Pattern.compile(
            "y|yes|n|no|on|off|true|false|null|[.]?[0-9][0-9a-fxo_.:e+-]*|[.](?:inf|nan)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile("0|[1-9][0-9]{0,17}|true|false");

    /** What GitHub, GitLab, Azure, CircleCI or Jinja put something else for; constructor evaluates {@code # [...]}. */
    private static final Pattern COMPUTED = Pattern.compile("\\$|\\{[{%#]|\\{$|<<|#.*\\[");

    private static final Pattern JOINING = Pattern.compile(".*[${]");

    /** Keys whose values are programs on GitHub. */
    private static final Pattern PROGRAM =
            Pattern.compile("(?:.*[\\s{,-])?[\"']?(?:run|shell|script|uses)[\"']?\\s*:(?:\\s.*)?");

    private static final Pattern CONDITION = Pattern.compile("(?:.*[\\s{,-])?[\"']?if[\"']?\\s*:\\s");

    /** A line whose value stands on the next one; any other value goes on there, where that is indented more. */
    private static final Pattern FINISHED = Pattern.compile(".*[:-]\\s*");

    private enum State {
        PLAIN,
        DOUBLE,
        SINGLE,
        COMMENT,
        BLOCK
    }

    private final StringBuilder line = new StringBuilder();
    private State state = State.PLAIN;
    private boolean escaped;
    private boolean singleJustClosed;
    /** Brackets and braces that are open. */
    private int flow;

    /** Columns of the line that opened a block, or -1 outside of blocks. */
    private int blockIndent = -1;

    /** Columns of the line with a plain value that may go on, or -1 where none may. */
    private int continued = -1;

    @Override
    public void advance(char c) {
        if (c == '\n') {
            endLine();
            return;
        }
        boolean reopened = singleJustClosed && c == '\'';
        singleJustClosed = false;
        switch (state) {
            case DOUBLE -> {
                if (escaped) {
                    escaped = false;
                } else if (c == '\\') {
                    escaped = true;
                } else if (c == '"') {
                    state = State.PLAIN;
                }
            }
            case SINGLE -> {
                if (c == '\'') {
                    state = State.PLAIN;
                    singleJustClosed = true;
                }
            }
            case PLAIN -> state = reopened ? State.SINGLE : plain(c);
            case COMMENT, BLOCK -> {}
        }
        if (state != State.COMMENT) {
            line.append(c);
        }
    }

    private State plain(char c) {
        if (blockIndent >= 0 && line.toString().isBlank() && c != ' ') {
            if (line.length() > blockIndent) {
                return State.BLOCK;
            }
            blockIndent = -1;
        }
        boolean afterSpace = line.isEmpty() || Character.isWhitespace(line.charAt(line.length() - 1));
        if (c == '#' && afterSpace) {
            return State.COMMENT;
        }
        if ((c == '"' || c == '\'') && isScalarStart()) {
            return c == '"' ? State.DOUBLE : State.SINGLE;
        }
        if ((c == '[' || c == '{') && isScalarStart()) {
            flow++;
        } else if ((c == ']' || c == '}') && flow > 0) {
            flow--;
        }
        return State.PLAIN;
    }

    private void endLine() {
        if (state != State.DOUBLE && state != State.SINGLE) {
            if (state != State.BLOCK && flow == 0 && BLOCK_HEADER.matcher(line).matches()) {
                blockIndent = column();
            }
            state = State.PLAIN;
        }
        escaped = false;
        if (state == State.PLAIN) {
            if (flow > 0 || blockIndent >= 0 || FINISHED.matcher(line).matches()) {
                continued = -1;
            } else if (line.indexOf(":") >= 0) {
                continued = column();
            } else if (line.toString().stripLeading().startsWith("-")) {
                continued = line.indexOf("-");
            }
            line.setLength(0);
        } else {
            line.append(' ');
        }
    }

    /** Where the key or the item of this line begins. */
    private int column() {
        Matcher beforeKey = BEFORE_KEY.matcher(line);
        return beforeKey.lookingAt() ? beforeKey.end() : Math.max(0, line.indexOf("-"));
    }

    private boolean isScalarStart() {
        return SCALAR_START.matcher(line).matches()
                || (flow > 0 && FLOW_START.matcher(line).matches());
    }

    @Override
    public String escape(String value) throws TemplateModelException {
        requireUncomputed(value);
        if (state == State.DOUBLE) {
            return inDoubleQuotes(value);
        }
        boolean inBlock = state == State.BLOCK
                || (state == State.PLAIN
                        && blockIndent >= 0
                        && line.toString().isBlank()
                        && line.length() > blockIndent);
        if (inBlock) {
            return SafeText.requireSafe(value, "inside a block of text");
        }
        boolean goesOn = continued >= 0 && line.toString().isBlank() && line.length() > continued;
        if (state == State.PLAIN && isScalarStart() && !goesOn) {
            boolean plain = BARE.matcher(value).matches()
                    || (PLAIN.matcher(value).matches()
                            && !NO_TEXT.matcher(value).matches());
            return plain ? value : '"' + inDoubleQuotes(value) + '"';
        }
        SafeText.requireOneLine(value);
        return switch (state) {
            case SINGLE -> value.replace("'", "''");
            case COMMENT -> value;
            default -> SafeText.requireSafe(value, "in the middle of a plain value: put that in double quotes");
        };
    }

    /**
     * YAML is what CI services read, and many of them compute what stands in its scalars, or run it. That no quotes
     * prevent.
     */
    private void requireUncomputed(String value) throws TemplateModelException {
        boolean joined = JOINING.matcher(line).matches() && !value.isEmpty() && "{([%#".indexOf(value.charAt(0)) >= 0;
        if (joined || COMPUTED.matcher(value).find()) {
            throw SafeText.refusal(
                    value, "may be computed by who reads this file", "keep '$', '{{' and '{%' out of what is put here");
        }
        int expression = expression();
        if (expression >= 0
                && line.substring(expression).chars().filter(c -> c == '\'').count() % 2 == 0) {
            throw SafeText.refusal(value, "would be part of an expression", "put it between single quotes");
        }
        if (expression >= 0 || (state != State.COMMENT && PROGRAM.matcher(line).matches())) {
            SafeText.requireSafe(value, "in a program");
        }
    }

    /** Where in the line an expression of GitHub's begins that is still open, or -1. */
    private int expression() {
        int open = line.lastIndexOf("${{");
        if (open >= 0 && line.indexOf("}}", open) < 0) {
            return open;
        }
        Matcher condition = CONDITION.matcher(line);
        return state != State.COMMENT && condition.lookingAt() ? condition.end() : -1;
    }

    private static String inDoubleQuotes(String value) {
        StringBuilder escapes = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> escapes.append('\\').append(c);
                case '\n' -> escapes.append("\\n");
                case '\t' -> escapes.append("\\t");
                default -> {
                    boolean printable = c >= ' '
                            && c != 0x7f
                            && (c < 0x80 || c > 0x9f)
                            && !SafeText.isControl(c)
                            && c != 0xfeff
                            && c < 0xfffe;
                    escapes.append(printable ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
                }
            }
        }
        return escapes.toString();
    }

    @Override
    public String open() {
        return switch (state) {
            case DOUBLE -> "a double quote";
            case SINGLE -> "a single quote";
            case PLAIN, COMMENT, BLOCK -> "";
        };
    }
}
