package org.archirender.python.library;

import java.util.Optional;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Limits;
import org.archirender.python.value.Numbers;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;

/** Python's {@code format.format(values)}. */
final class BraceFormat {
    private static final int NESTING = 2;

    private final Arguments arguments;
    private int automatic;
    private boolean manual;

    private BraceFormat(Arguments arguments) {
        this.arguments = arguments;
    }

    static String format(String format, Arguments arguments) {
        return new BraceFormat(arguments).run(format, NESTING);
    }

    private String run(String format, int levels) {
        if (levels == 0) {
            throw PythonException.value("Max string recursion exceeded");
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at);
            boolean doubled = at + 1 < format.length() && format.charAt(at + 1) == c;
            if (c != '{' && c != '}') {
                out.append(c);
                at++;
            } else if (doubled) {
                out.append(c);
                at += 2;
            } else if (c == '}') {
                throw PythonException.value("Single '}' encountered in format string");
            } else {
                int end = endOfField(format, at + 1);
                out.append(field(format.substring(at + 1, end), levels));
                at = end + 1;
            }
            Limits.checkText(out.length());
        }
        return out.toString();
    }

    private static int endOfField(String format, int from) {
        int depth = 0;
        for (int i = from; i < format.length(); i++) {
            if (format.charAt(i) == '{') {
                depth++;
            } else if (format.charAt(i) == '}' && depth-- == 0) {
                return i;
            }
        }
        throw PythonException.value("expected '}' before end of string");
    }

    private String field(String field, int levels) {
        int end = 0;
        while (end < field.length() && field.charAt(end) != '!' && field.charAt(end) != ':') {
            end = field.charAt(end) == '[' ? Math.max(end, field.indexOf(']', end)) + 1 : end + 1;
        }
        PyValue value = value(field.substring(0, end));
        if (end < field.length() && field.charAt(end) == '!') {
            char conversion = end + 1 < field.length() ? field.charAt(end + 1) : 0;
            value = new PyStr(
                    switch (conversion) {
                        case 's' -> value.str();
                        case 'r' -> value.repr();
                        default -> throw PythonException.value("Unknown conversion specifier");
                    });
            end += 2;
        }
        if (end < field.length() && field.charAt(end) != ':') {
            throw PythonException.value("expected ':' after conversion specifier");
        }
        String spec = end < field.length() ? run(field.substring(end + 1), levels - 1) : "";
        return apply(value, spec);
    }

    private static String apply(PyValue value, String spec) {
        if (spec.isEmpty()) {
            return value.str();
        }
        if (value instanceof PyStr text) {
            return FormatSpec.parse(spec).text(text.value());
        }
        if (value instanceof PyBool || !Numbers.isNumber(value)) {
            if (value instanceof PyBool) {
                throw PythonException.unsupported("a format of a bool");
            }
            throw PythonException.type("unsupported format string passed to " + value.typeName() + ".__format__");
        }
        return FormatSpec.parse(spec).number(value);
    }

    private PyValue value(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        PyValue value = first(path.substring(0, end));
        int at = end;
        while (at < path.length()) {
            if (path.charAt(at) == '.') {
                throw PythonException.unsupported("an attribute in a format");
            }
            int close = path.indexOf(']', at);
            if (path.charAt(at) != '[' || close < 0) {
                throw PythonException.value("a format field that is not valid");
            }
            String key = path.substring(at + 1, close);
            value = Items.get(value, isNumber(key) ? Numbers.parseInteger(key, 10) : new PyStr(key));
            at = close + 1;
        }
        return value;
    }

    private PyValue first(String name) {
        if (name.isEmpty() || isNumber(name)) {
            boolean numbered = !name.isEmpty();
            if (numbered ? automatic > 0 : manual) {
                throw PythonException.value("cannot switch between automatic and manual field numbering");
            }
            manual |= numbered;
            int index = numbered ? FormatSpec.size(name) : automatic++;
            if (index >= arguments.positional().size()) {
                throw new PythonException(
                        PythonError.LOOKUP, "Replacement index " + index + " out of range for positional args tuple");
            }
            return arguments.positional().get(index);
        }
        return Optional.ofNullable(arguments.named().get(name))
                .orElseThrow(() -> new PythonException(PythonError.LOOKUP, "'" + name + "'"));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
