package org.archirender.template;

import freemarker.template.TemplateModelException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a place in a YAML file stands: where a scalar starts, inside one, in quotes, a block or a comment. */
final class YamlContext implements EscapingContext {
    private static final Pattern SCALAR_START = Pattern.compile("\\s*([-?]\\s+)*|.*:\\s+");
    private static final Pattern FLOW_START = Pattern.compile(".*[\\[{,]\\s*");
    private static final Pattern BLOCK_HEADER = Pattern.compile("(?:^|.*\\s)[|>][-+0-9]*\\s*");
    private static final Pattern BEFORE_KEY = Pattern.compile("\\s*(?:-\\s+)*(?=[^\\s|>-])");
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_./](?:[A-Za-z0-9_./+=@%^~<>!*$-]|:(?! |$)| (?! |$))*");
    private static final Pattern NO_TEXT = Pattern.compile(
            "y|yes|n|no|on|off|true|false|null|[.]?[0-9][0-9a-fxo_.:e+-]*|[.](?:inf|nan)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile("0|[1-9][0-9]{0,17}|true|false");

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
                Matcher beforeKey = BEFORE_KEY.matcher(line);
                blockIndent = beforeKey.lookingAt()
                        ? beforeKey.end()
                        : Math.max(0, line.toString().indexOf('-'));
            }
            state = State.PLAIN;
        }
        escaped = false;
        line.setLength(0);
    }

    private boolean isScalarStart() {
        return SCALAR_START.matcher(line).matches()
                || (flow > 0 && FLOW_START.matcher(line).matches());
    }

    @Override
    public String escape(String value) throws TemplateModelException {
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
        if (state == State.PLAIN && isScalarStart()) {
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
                            && c != 0x2028
                            && c != 0x2029
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
