package org.archirender.python.library;

import org.archirender.python.value.Limits;
import org.archirender.python.value.PythonException;

/** Text made wide enough. */
final class Padding {
    private Padding() {}

    /** {@code text.ljust(width, fill)}, or rjust or center. */
    static String pad(String text, int width, String fill, String how) {
        if (fill.codePointCount(0, fill.length()) != 1) {
            throw PythonException.type("the fill character must be exactly one character long");
        }
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        Limits.checkText(missing);
        int left = switch (how) {
            case "ljust" -> 0;
            case "rjust" -> missing;
            default -> missing / 2 + (missing & width & 1);
        };
        return fill.repeat(left) + text + fill.repeat(missing - left);
    }

    /** {@code text.zfill(width)}: zeros after a sign. */
    static String zeros(String text, int width) {
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        Limits.checkText(missing);
        int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        return text.substring(0, sign) + "0".repeat(missing) + text.substring(sign);
    }
}
