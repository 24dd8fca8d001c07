package org.archirender.python.syntax;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;

/**
 * Cuts an expression into words: Python's, as {@code eval} takes it, or one inside a template's tag, which ends where
 * brackets are balanced and the tag's end stands.
 */
public final class Lexer {
    private static final List<String> LONG_PYTHON =
            List.of("...", "**", "//", "<<", ">>", "<=", ">=", "==", "!=", ":=", "->");
    private static final List<String> LONG_TEMPLATE = List.of("//", "**", "==", "!=", ">=", "<=");
    private static final String SHORT_PYTHON = "+-*/%@&|^~<>()[]{},:.;=";
    private static final String SHORT_TEMPLATE = "+-*/%~[](){}><=.:|,;";
    private static final String ESCAPED = "\\'\"abfnrtv";
    private static final String MEANT = "\\'\"\u0007\b\f\n\r\t\u000b";

    private static final List<String> AFTER_NUMBER =
            List.of("and", "else", "for", "if", "in", "is", "not", "or", "import");

    private final String source;
    private final boolean python;
    private final String closing;
    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder brackets = new StringBuilder();
    private int at;

    private Lexer(String source, int from, String closing) {
        this.source = source;
        this.at = from;
        this.python = closing.isEmpty();
        this.closing = closing;
    }

    /** The words of a whole text in Python's syntax, and an END. */
    public static List<Token> python(String source) {
        int end = source.length();
        while (end > 0 && " \t\f\r\n".indexOf(source.charAt(end - 1)) >= 0) {
            end--;
        }
        return new Lexer(source.substring(0, end), 0, "").run();
    }

    /**
     * The words of a tag's inside, and an END whose text is the tag's end with its {@code -} or {@code +}.
     *
     * @param from the first character after the tag's start
     * @param closing {@code }}} or {@code %}}
     */
    public static List<Token> template(String source, int from, String closing) {
        return new Lexer(source, from, closing).run();
    }

    private List<Token> run() {
        while (true) {
            skipSpace();
            if (at >= source.length()) {
                if (!python) {
                    throw PythonException.syntax("the text ends inside a tag; missing '" + closing + "'")
                            .at(at);
                }
                return end("", at);
            }
            if (brackets.length() == 0 && !python) {
                String sign = source.startsWith(closing, at) ? "" : source.substring(at, at + 1);
                boolean signed = sign.equals("-") || (sign.equals("+") && closing.equals("%}"));
                if (sign.isEmpty() || (signed && source.startsWith(closing, at + 1))) {
                    return end(sign + closing, at + sign.length() + closing.length());
                }
            }
            next();
        }
    }

    private List<Token> end(String text, int end) {
        tokens.add(new Token(Token.Kind.END, text, PyNone.NONE, at, end));
        return tokens;
    }

    private void skipSpace() {
        while (at < source.length() && isSpace(source.charAt(at))) {
            at++;
        }
        if (python && at < source.length() && source.charAt(at) == '#') {
            at = source.length();
        }
    }

    private boolean isSpace(char c) {
        return python ? " \t\f".indexOf(c) >= 0 || (c == '\n' && brackets.length() > 0) : PyStr.isSpace(c);
    }

    private void next() {
        int start = at;
        char c = source.charAt(at);
        if (isDigit(at)) {
            PyValue value = number();
            tokens.add(new Token(Token.Kind.NUMBER, source.substring(start, at), value, start, at));
        } else if (c == '"' || c == '\'') {
            string(start);
        } else if (c == '_' || Character.isUnicodeIdentifierStart(source.codePointAt(at))) {
            name(start);
        } else {
            operator();
        }
    }

    private void name(int start) {
        while (at < source.length() && isNamePart(source.codePointAt(at))) {
            at += Character.charCount(source.codePointAt(at));
        }
        String name = source.substring(start, at);
        if (python && at < source.length() && "\"'".indexOf(source.charAt(at)) >= 0) {
            throw PythonException.unsupported("a string with the prefix '" + name + "'")
                    .at(start);
        }
        tokens.add(new Token(Token.Kind.NAME, name, PyNone.NONE, start, at));
    }

    private static boolean isNamePart(int c) {
        return c == '_' || (Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    private boolean isDigit(int index) {
        return index < source.length() && source.charAt(index) >= '0' && source.charAt(index) <= '9';
    }

    private void string(int start) {
        char quote = source.charAt(at);
        if (python && source.startsWith(String.valueOf(quote).repeat(3), at)) {
            throw PythonException.unsupported("a string in triple quotes").at(at);
        }
        int end = start + 1;
        while (end < source.length() && source.charAt(end) != quote && !(python && source.charAt(end) == '\n')) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= source.length() || source.charAt(end) != quote) {
            throw PythonException.syntax("a string without its end").at(start);
        }
        at = end + 1;
        String value = decode(source.substring(start + 1, end), start + 1);
        tokens.add(new Token(Token.Kind.STRING, source.substring(start, at), new PyStr(value), start, at));
    }

    /**
     * What a literal with backslashes says; an escape that Python doesn't know keeps its backslash.
     *
     * @param body a literal without its quotes
     * @param offset where it starts, for messages
     */
    private static String decode(String body, int offset) {
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
            int known = ESCAPED.indexOf(escaped);
            if (known >= 0) {
                out.append(MEANT.charAt(known));
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

    private void operator() {
        for (String symbol : python ? LONG_PYTHON : LONG_TEMPLATE) {
            if (source.startsWith(symbol, at)) {
                add(symbol);
                return;
            }
        }
        char c = source.charAt(at);
        if ((python ? SHORT_PYTHON : SHORT_TEMPLATE).indexOf(c) < 0) {
            throw PythonException.syntax(
                            "a character that no expression has, '" + Character.toString(source.codePointAt(at)) + "'")
                    .at(at);
        }
        balance(c);
        add(String.valueOf(c));
    }

    private void add(String symbol) {
        tokens.add(new Token(Token.Kind.OPERATOR, symbol, PyNone.NONE, at, at + symbol.length()));
        at += symbol.length();
    }

    private void balance(char c) {
        int opening = "([{".indexOf(c);
        if (opening >= 0) {
            brackets.append(")]}".charAt(opening));
        } else if (")]}".indexOf(c) >= 0) {
            int last = brackets.length() - 1;
            if (last < 0 || brackets.charAt(last) != c) {
                throw PythonException.syntax("an unexpected '" + c + "'").at(at);
            }
            brackets.setLength(last);
        }
    }

    private PyValue number() {
        int start = at;
        skipDigits();
        String digits = source.substring(start, at);
        boolean fraction = fraction(start);
        checkEndOfNumber(start, digits);
        if (fraction) {
            return new PyFloat(Double.parseDouble(source.substring(start, at)));
        }
        Limits.checkBits(digits.length() * 3L);
        BigInteger integer = new BigInteger(digits);
        if (digits.charAt(0) == '0' && integer.signum() != 0) {
            throw PythonException.syntax("a number with leading zeros").at(start);
        }
        return new PyInt(integer);
    }

    private void skipDigits() {
        while (isDigit(at)) {
            at++;
        }
    }

    /** Takes a fraction, which in a template neither ends in a point nor follows one: {@code 1.2.3} is an item of 1.2. */
    private boolean fraction(int start) {
        boolean afterPoint = start > 0 && source.charAt(start - 1) == '.';
        if (!source.startsWith(".", at) || (!python && (afterPoint || !isDigit(at + 1)))) {
            return false;
        }
        at++;
        skipDigits();
        return true;
    }

    /** {@code 27and} is two words to Python, {@code 27x} an error. A template cuts both in two. */
    private void checkEndOfNumber(int start, String digits) {
        if (at >= source.length() || !isNamePart(source.codePointAt(at))) {
            return;
        }
        char c = source.charAt(at);
        boolean signed = source.startsWith("+", at + 1) || source.startsWith("-", at + 1);
        boolean exponent = "eE".indexOf(c) >= 0 && isDigit(signed ? at + 2 : at + 1);
        boolean radix = digits.equals("0") && "xXoObB".indexOf(c) >= 0;
        if (exponent || radix || (c == '_' && isDigit(at + 1)) || (python && "jJ".indexOf(c) >= 0)) {
            throw PythonException.unsupported("a number such as " + digits + c + "…")
                    .at(start);
        }
        if (python && AFTER_NUMBER.stream().noneMatch(word -> source.startsWith(word, at))) {
            throw PythonException.syntax("a number with a letter right after it")
                    .at(start);
        }
    }
}
