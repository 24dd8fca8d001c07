package org.archirender.template;

import freemarker.template.TemplateModelException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.text.Markdown;

/** Where a place in a Markdown file stands: in text, in a link's address, in code, in a block that readers paste. */
final class MarkdownContext implements EscapingContext {
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,}).*");
    private static final Pattern INDENTED = Pattern.compile("(?: {4}|\t).*");
    private static final Pattern DEFINITION = Pattern.compile(" {0,3}\\[[^]]+]:\\s*");
    private static final Pattern WEB = Pattern.compile("https?://[^/].*");

    private enum State {
        TEXT,
        CODE,
        /** Between the round brackets of a link. */
        ADDRESS,
        /** Between {@code <} and {@code >}: an address, or HTML. */
        ANGLE
    }

    private final StringBuilder line = new StringBuilder();
    private State state = State.TEXT;
    /** Where in the line the address begins, or -1 where it began on another one. */
    private int start;

    /** Backticks that opened the code. */
    private int ticks;

    /** Backticks that were just read. */
    private int run;

    private boolean escaped;
    private boolean afterBlank = true;
    private String fence = "";

    @Override
    public void advance(char c) {
        if (c != '`') {
            endRun();
        }
        if (c == '\n') {
            endLine();
            return;
        }
        if (escaped) {
            escaped = false;
        } else if (!inBlock()) {
            within(c);
        }
        line.append(c);
    }

    private void within(char c) {
        if (c == '`') {
            run++;
        } else if (state == State.TEXT) {
            escaped = c == '\\';
            if (c == '(' && endsWith(']')) {
                open(State.ADDRESS);
            } else if (c == '<') {
                open(State.ANGLE);
            }
        } else if (c == (state == State.ANGLE ? '>' : ')') && state != State.CODE) {
            state = State.TEXT;
        }
    }

    private boolean endsWith(char c) {
        return !line.isEmpty() && line.charAt(line.length() - 1) == c;
    }

    private void open(State opened) {
        state = opened;
        start = line.length() + 1;
    }

    private void endRun() {
        if (run > 0 && state == State.TEXT) {
            state = State.CODE;
            ticks = run;
        } else if (state == State.CODE && run == ticks) {
            state = State.TEXT;
        }
        run = 0;
    }

    private void endLine() {
        Matcher mark = FENCE.matcher(line);
        boolean blank = line.toString().isBlank();
        if (!fence.isEmpty()) {
            fence = line.toString().strip().startsWith(fence) ? "" : fence;
        } else if (mark.matches()) {
            fence = mark.group(1);
        }
        if (blank || mark.matches()) {
            state = State.TEXT;
        }
        afterBlank = blank
                || !fence.isEmpty()
                || mark.matches()
                || (afterBlank && INDENTED.matcher(line).matches());
        start = -1;
        escaped = false;
        line.setLength(0);
    }

    private boolean inBlock() {
        return !fence.isEmpty() || (afterBlank && INDENTED.matcher(line).matches());
    }

    @Override
    public String escape(String value) throws TemplateModelException {
        endRun();
        SafeText.requireOneLine(value);
        if (inBlock()) {
            return pasted(value);
        }
        return switch (state) {
            case TEXT -> DEFINITION.matcher(line).matches() ? wholeAddress(value) : Markdown.text(value);
            case CODE -> code(value);
            case ADDRESS, ANGLE -> address(value, start < 0 ? "\n" : line.substring(start));
        };
    }

    /** What is in a block is pasted into a shell. */
    private static String pasted(String value) throws TemplateModelException {
        if (value.contains("`") || value.contains("<") || value.contains("~~~")) {
            throw SafeText.refusal(value, "can't be escaped in a block of code", "take it out");
        }
        return SafeText.isWord(value) ? value : new ShellContext().escape(value);
    }

    private String code(String value) throws TemplateModelException {
        if (value.isEmpty() || value.contains("`") || (value.contains("|") && line.indexOf("|") >= 0)) {
            throw SafeText.refusal(value, "can't be escaped between backticks", "write it without them");
        }
        return value;
    }

    private static String address(String value, String before) throws TemplateModelException {
        if (before.isEmpty()) {
            return wholeAddress(value);
        }
        boolean inAddress = before.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\'')
                && (WEB.matcher(before).matches() || !before.contains("!"));
        return inAddress ? encoded(value, "/:@") : SafeText.requireSafe(value, "inside of HTML or of a title");
    }

    /** Of another page of the same place, or of the web: never a program, as with {@code javascript:}. */
    private static String wholeAddress(String value) throws TemplateModelException {
        boolean web = WEB.matcher(value).matches();
        if (!web && (value.contains(":") || value.startsWith("//") || value.startsWith("\\"))) {
            throw SafeText.refusal(value, "is no address of a page", "begin with https://");
        }
        return encoded(value, web ? "/:@?#=&%+,;" : "/@");
    }

    private static String encoded(String value, String kept) {
        StringBuilder address = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            address.append(plain || kept.indexOf(c) >= 0 ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return address.toString();
    }
}
