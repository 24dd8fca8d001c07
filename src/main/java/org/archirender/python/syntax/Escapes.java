package org.archirender.python.syntax;

import org.archirender.python.value.PythonException;

/** Backslashes in string literals. An escape that Python doesn't know keeps its backslash. */
final class Escapes {
    private static final String KNOWN = "\\'\"abfnrtv";
    private static final String MEANING = "\\'\"\u0007\b\f\n\r\t\u000b";

    private Escapes() {}

    /**
     * @param body a literal without its quotes
     * @param offset where it starts, for messages
     */
    static String decode(String body, int offset) {
        StringBuilder out = new StringBuilder(body.length());
        int i = 0;
        while (i < body.length()) {
            char c = body.charAt(i++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            int place = offset + i - 1;
            if (i == body.length()) {
                throw PythonException.syntax("a backslash at the end of a string")
                        .at(place);
            }
            char escaped = body.charAt(i++);
            int known = KNOWN.indexOf(escaped);
            if (known >= 0) {
                out.append(MEANING.charAt(known));
            } else if (escaped != '\n') {
                if (escaped >= 0x80 || "xuUN01234567".indexOf(escaped) >= 0) {
                    throw PythonException.unsupported("the escape '\\" + escaped + "' in a string")
                            .at(place);
                }
                out.append('\\').append(escaped);
            }
        }
        return out.toString();
    }
}
