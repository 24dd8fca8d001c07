package org.archirender.variant.config;

import java.util.List;
import org.archirender.python.value.PyStr;
import org.archirender.selector.SelectorComment;

/**
 * The ways in which one line of a recipe uses one variant key (conda-build's {@code find_used_variables_in_text}). They
 * are textual on purpose: conda-build looks at lines, not at what Jinja would do with them, and its oddities decide
 * which keys a variant file gets.
 */
public final class KeyPattern {
    private static final List<String> TOOLS = List.of("compiler", "stdlib");
    private static final String VERSION = "_version";
    private static final String CDT = "cdt_";

    private final String key;
    private final boolean cdt;
    /** {@code compiler} or {@code stdlib}, empty for a key that belongs to neither function. */
    private final String tool;

    private final String language;

    private KeyPattern(String key, String tool, String language) {
        this.key = key;
        this.cdt = key.startsWith(CDT) && tool.isEmpty();
        this.tool = tool;
        this.language = language;
    }

    public static KeyPattern of(String key) {
        String stem = key.endsWith(VERSION) ? key.substring(0, key.length() - VERSION.length()) : key;
        for (String tool : TOOLS) {
            if (stem.endsWith(tool)
                    && stem.length() > tool.length()
                    && stem.charAt(stem.length() - tool.length() - 1) == '_') {
                return new KeyPattern(key, tool, stem.substring(0, stem.length() - tool.length() - 1));
            }
        }
        return new KeyPattern(key, "", "");
    }

    String key() {
        return key;
    }

    /** The language of {@code compiler('LANG')} or {@code stdlib('LANG')}; empty for any other key. */
    String language() {
        return language;
    }

    /** Whether a function of recipes, {@code compiler}, {@code stdlib} or {@code cdt}, asks for the key's value. */
    public boolean isFunctions() {
        return cdt || !tool.isEmpty();
    }

    /** Whether a selector on {@code line} names the key. {@code cdt(…)} counts here too, where its line is not kept. */
    public boolean selects(String line) {
        if (cdt && callsCdt(line)) {
            return true;
        }
        String text = SelectorComment.firstBracket(line).orElse("");
        return LineScan.has(text, key, 0, at -> {
            boolean starts = at == 0 || !LineScan.isWord(text.charAt(at - 1));
            int end = at + key.length();
            return starts && end < text.length() && isSelectorEnd(text.charAt(end));
        });
    }

    private static boolean isSelectorEnd(char c) {
        return PyStr.isSpace(c) || "=<>!]".indexOf(c) >= 0;
    }

    /** Whether {@code line}, a selector apart, uses the key. */
    public boolean usedBy(String line) {
        if (!tool.isEmpty() && line.contains(language) && callsTool(line)) {
            return true;
        }
        if (cdt && callsCdt(line)) {
            return true;
        }
        return isRequirement(line) || (line.contains(key) && (isExpression(line) || isStatement(line)));
    }

    /** <code>{{ compiler('LANG') }}</code>. */
    private boolean callsTool(String line) {
        String call = tool + "(";
        return LineScan.has(line, call, 0, at -> {
            int quote = at + call.length();
            int end = quote + 1 + language.length();
            return opensExpression(line, at)
                    && LineScan.isQuote(line, quote)
                    && line.startsWith(language, quote + 1)
                    && LineScan.isQuote(line, end)
                    && LineScan.closesBrace(line, end + 1);
        });
    }

    private static boolean callsCdt(String line) {
        return LineScan.has(line, "cdt(", 0, at -> line.startsWith("{{", LineScan.skipSpaceBack(line, at) - 2));
    }

    /** A bare requirement: {@code - name}, {@code -} and {@code _} alike, then nothing, a comment or a selector. */
    private boolean isRequirement(String line) {
        int dash = LineScan.skipSpace(line, 0);
        if (dash == 0 || dash >= line.length() || line.charAt(dash) != '-') {
            return false;
        }
        int start = LineScan.skipSpace(line, dash + 1);
        int end = start + key.length();
        if (start == dash + 1 || end > line.length() || !namesKey(line, start)) {
            return false;
        }
        int next = LineScan.skipSpace(line, end);
        return next == line.length() || (next > end && "#[".indexOf(line.charAt(next)) >= 0);
    }

    private boolean namesKey(String line, int start) {
        for (int i = 0; i < key.length(); i++) {
            char have = line.charAt(start + i);
            char want = key.charAt(i);
            if (have != want && !(want == '_' && have == '-')) {
                return false;
            }
        }
        return true;
    }

    /** <code>{{ key … }}</code> or <code>{{ pin_…('key' … }}</code>. */
    private boolean isExpression(String line) {
        int close = line.lastIndexOf("}}");
        for (int at = line.indexOf(key); at >= 0 && at < close; at = line.indexOf(key, at + 1)) {
            int end = at + key.length();
            boolean ends = line.startsWith("}}", end) || (end < close && !LineScan.isAsciiWord(line.charAt(end)));
            if (ends && (opensExpression(line, at) || opensPin(line, at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean opensPin(String line, int at) {
        if (at == 0 || !LineScan.isQuote(line, at - 1)) {
            return false;
        }
        int paren = LineScan.skipSpaceBack(line, at - 1) - 1;
        if (paren < 0 || line.charAt(paren) != '(') {
            return false;
        }
        int start = paren;
        while (start > 0 && line.charAt(start - 1) >= 'a' && line.charAt(start - 1) <= 'z') {
            start--;
        }
        return start < paren && start >= 4 && line.startsWith("pin_", start - 4) && opensExpression(line, start - 4);
    }

    /** Whether only white space stands between {@code at} and a brace before it. */
    private static boolean opensExpression(String line, int at) {
        int before = LineScan.skipSpaceBack(line, at);
        return before > 0 && line.charAt(before - 1) == '{';
    }

    private boolean isStatement(String line) {
        for (int at = line.indexOf("{%"); at >= 0; at = line.indexOf("{%", at + 1)) {
            int word = LineScan.skipSpace(line, at + 2);
            if (at > 0 && line.charAt(at - 1) == '{') {
                continue;
            }
            if ((line.startsWith("if", word) && inCondition(line, word + 2))
                    || (line.startsWith("elif", word) && inCondition(line, word + 4))
                    || (line.startsWith("for", word) && inLoop(line, word + 3))
                    || (line.startsWith("set", word) && inAssignment(line, word + 3))) {
                return true;
            }
        }
        return false;
    }

    private boolean inCondition(String line, int from) {
        return LineScan.has(line, key, from, at -> LineScan.closesStatement(line, at + key.length()));
    }

    private boolean inLoop(String line, int from) {
        return LineScan.has(line, key, from, at -> {
            int in = LineScan.skipSpaceBack(line, at) - 2;
            int end = at + key.length();
            return in >= from
                    && line.startsWith("in", in)
                    && !LineScan.isAsciiWordAt(line, end)
                    && LineScan.closesStatement(line, end);
        });
    }

    private boolean inAssignment(String line, int from) {
        int equals = line.indexOf('=', from);
        return equals >= 0
                && LineScan.has(
                        line,
                        key,
                        equals + 1,
                        at -> !LineScan.isAsciiWord(line.charAt(at - 1))
                                && !LineScan.isAsciiWordAt(line, at + key.length())
                                && LineScan.closesStatement(line, at + key.length()));
    }
}
