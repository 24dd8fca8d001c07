package org.archirender.variant.file;

import java.util.regex.Pattern;

/**
 * How PyYAML's emitter writes a string: plain where it reads back as the same string under YAML 1.1, else in single
 * quotes, else in double quotes with everything outside of ASCII escaped.
 */
enum PyYamlScalar {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED;

    /** Plain texts that YAML 1.1 takes for null, a boolean, a number, a time, a merge key or a default. */
    private static final Pattern NO_STRING = Pattern.compile(String.join(
            "|",
            "~|null|Null|NULL",
            "yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF",
            "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?",
            "\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?",
            "[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*",
            "[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)",
            "[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+",
            "[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+",
            "[0-9]{4}-[0-9]{2}-[0-9]{2}",
            "[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \\t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?"
                    + "(?:[ \\t]*(?:Z|[-+][0-9][0-9]?(?::[0-9]{2})?))?",
            "<<|="));

    private static final String INDICATORS_AT_START = "#,[]{}&*!|>'\"%@`";

    /** The style of {@code text}. */
    static PyYamlScalar of(String text) {
        if (text.isEmpty()) {
            return SINGLE_QUOTED;
        }
        if (mayBePlain(text) && !NO_STRING.matcher(text).matches()) {
            return PLAIN;
        }
        boolean spaceAtBreak = text.contains(" \n") || text.contains("\n ");
        boolean quotable = text.chars().allMatch(c -> c == '\n' || isPrintable(c)) && !spaceAtBreak;
        return quotable ? SINGLE_QUOTED : DOUBLE_QUOTED;
    }

    /** Whether {@code c} is written as it is, where it is no quote or backslash. */
    static boolean isPrintable(int c) {
        return c >= ' ' && c <= '~';
    }

    private static boolean mayBePlain(String text) {
        if (text.startsWith("---") || text.startsWith("...") || text.startsWith(" ") || text.endsWith(" ")) {
            return false;
        }
        char first = text.charAt(0);
        if (INDICATORS_AT_START.indexOf(first) >= 0 || ("?:-".indexOf(first) >= 0 && endsWord(text, 0))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean indicator = i > 0 && ((c == ':' && endsWord(text, i)) || (c == '#' && text.charAt(i - 1) == ' '));
            if (indicator || !isPrintable(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsWord(String text, int index) {
        return index + 1 == text.length() || text.charAt(index + 1) == ' ';
    }
}
