package org.archirender.python.syntax;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.archirender.python.value.Limits;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyStrings;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;

/** Cuts an expression into words. */
public final class Lexer {
    private static final String[] LONG_PYTHON = {"...", "**", "//", "<<", ">>", "<=", ">=", "==", "!=", ":=", "->"};
    private static final String[] LONG_TEMPLATE = {"//", "**", "==", "!=", ">=", "<="};
    private static final String SHORT_PYTHON = "+-*/%@&|^~<>()[]{},:.;=";
    private static final String SHORT_TEMPLATE = "+-*/%~[](){}><=.:|,;";
    private static final List<String> AFTER_NUMBER =
            List.of("and", "else", "for", "if", "in", "is", "not", "or", "import");

    private final String source;
    private final Dialect dialect;
    private final String closing;
    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder brackets = new StringBuilder();
    private int at;

    private Lexer(String source, int from, Dialect dialect, String closing) {
        this.source = source;
        this.at = from;
        this.dialect = dialect;
        this.closing = closing;
    }

    /** The words of a whole text in Python's syntax, and an END. */
    public static List<Token> python(String source) {
        int end = source.length();
        while (end > 0 && " \t\f\r\n".indexOf(source.charAt(end - 1)) >= 0) {
            end--;
        }
        return new Lexer(source.substring(0, end), 0, Dialect.PYTHON, "").run();
    }

    /**
     * The words of a tag's inside, and an END whose text is the tag's end with its {@code -} or {@code +}.
     *
     * @param from the first character after the tag's start
     * @param closing {@code }}} or {@code %}}
     */
    public static List<Token> template(String source, int from, String closing) {
        return new Lexer(source, from, Dialect.TEMPLATE, closing).run();
    }

    private List<Token> run() {
        while (true) {
            skipSpace();
            if (at >= source.length()) {
                return end("", at);
            }
            if (brackets.length() == 0 && !closing.isEmpty()) {
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
        if (dialect == Dialect.TEMPLATE && text.isEmpty()) {
            throw error("the text ends inside a tag; missing '" + closing + "'", at);
        }
        tokens.add(new Token(Token.Kind.END, text, PyNone.NONE, at, end));
        return tokens;
    }

    private void skipSpace() {
        while (at < source.length() && isSpace(source.charAt(at))) {
            at++;
        }
        if (dialect == Dialect.PYTHON && at < source.length() && source.charAt(at) == '#') {
            at = source.length();
        }
    }

    private boolean isSpace(char c) {
        if (dialect == Dialect.TEMPLATE) {
            return PyStrings.isSpace(c);
        }
        return c == ' ' || c == '\t' || c == '\f' || (c == '\n' && brackets.length() > 0);
    }

    private void next() {
        int start = at;
        char c = source.charAt(at);
        if (isDigit(c) || startsWithPoint(c)) {
            PyValue value = number();
            tokens.add(new Token(Token.Kind.NUMBER, source.substring(start, at), value, start, at));
        } else if (c == '"' || c == '\'') {
            string(start, false);
        } else if (isNameStart(source.codePointAt(at))) {
            name(start);
        } else {
            operator();
        }
    }

    private boolean startsWithPoint(char c) {
        return c == '.' && dialect == Dialect.PYTHON && at + 1 < source.length() && isDigit(source.charAt(at + 1));
    }

    private void name(int start) {
        while (at < source.length() && isNamePart(source.codePointAt(at))) {
            at += Character.charCount(source.codePointAt(at));
        }
        String name = source.substring(start, at);
        if (dialect == Dialect.PYTHON
                && at < source.length()
                && (source.charAt(at) == '"' || source.charAt(at) == '\'')) {
            switch (name) {
                case "r", "R" -> string(start, true);
                case "u", "U" -> string(start, false);
                case "b", "B", "f", "F", "br", "bR", "Br", "BR", "rb", "rB", "Rb", "RB", "fr", "fR", "Fr", "FR" ->
                    throw new PythonException(PythonError.UNSUPPORTED, "a string with the prefix " + name, start);
                default -> throw error("a string right after a name", at);
            }
            return;
        }
        tokens.add(new Token(Token.Kind.NAME, name, PyNone.NONE, start, at));
    }

    static boolean isNameStart(int c) {
        return c == '_' || Character.isUnicodeIdentifierStart(c);
    }

    static boolean isNamePart(int c) {
        return c == '_' || (Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void string(int start, boolean raw) {
        char quote = source.charAt(at);
        boolean triple = dialect == Dialect.PYTHON
                && source.startsWith(String.valueOf(quote).repeat(3), at);
        int from = at + (triple ? 3 : 1);
        int to = from;
        boolean oneLine = dialect == Dialect.PYTHON && !triple;
        while (true) {
            if (to >= source.length() || (oneLine && source.charAt(to) == '\n')) {
                throw error("a string without its end", start);
            }
            char c = source.charAt(to);
            if (c == '\\') {
                to += 2;
            } else if (c == quote
                    && (!triple || source.startsWith(String.valueOf(quote).repeat(3), to))) {
                break;
            } else {
                to++;
            }
        }
        at = to + (triple ? 3 : 1);
        String body = source.substring(from, to);
        String value = raw || body.indexOf('\\') < 0 ? body : Escapes.decode(body, dialect, from);
        tokens.add(new Token(Token.Kind.STRING, source.substring(start, at), new PyStr(value), start, at));
    }

    private void operator() {
        boolean python = dialect == Dialect.PYTHON;
        for (String symbol : python ? LONG_PYTHON : LONG_TEMPLATE) {
            if (source.startsWith(symbol, at)) {
                add(symbol);
                return;
            }
        }
        char c = source.charAt(at);
        if ((python ? SHORT_PYTHON : SHORT_TEMPLATE).indexOf(c) < 0) {
            throw error("a character that no expression has, '" + Character.toString(source.codePointAt(at)) + "'", at);
        }
        balance(c);
        add(String.valueOf(c).intern());
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
                throw error("an unexpected '" + c + "'", at);
            }
            brackets.setLength(last);
        }
    }

    private PyValue number() {
        int start = at;
        int radix = radix();
        if (radix != 10) {
            at += 2;
            return integer(digits(radix), radix, start);
        }
        String whole = digits(10);
        boolean fraction = fraction(start);
        boolean exponent = exponent();
        checkEndOfNumber(start);
        if (fraction || exponent) {
            return new PyFloat(Double.parseDouble(source.substring(start, at).replace("_", "")));
        }
        if (whole.length() > 1 && whole.charAt(0) == '0' && !whole.matches("0+")) {
            return leadingZero(start);
        }
        return integer(whole, 10, start);
    }

    /** Python refuses {@code 012}; a template reads a 0 and then a 12, which is an error a word later. */
    private PyValue leadingZero(int start) {
        throw error("a number with leading zeros", start);
    }

    private int radix() {
        if (source.charAt(at) != '0' || at + 1 >= source.length()) {
            return 10;
        }
        int radix = switch (source.charAt(at + 1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
        };
        boolean digits = at + 2 < source.length() && Character.digit(source.charAt(at + 2), radix) >= 0;
        if (radix != 10 && !digits && dialect == Dialect.PYTHON) {
            throw error("a number without digits", at);
        }
        return digits ? radix : 10;
    }

    private PyInt integer(String digits, int radix, int start) {
        Limits.checkBits(digits.length() * 3L);
        if (digits.isEmpty()) {
            throw error("a number without digits", start);
        }
        return new PyInt(new BigInteger(digits, radix));
    }

    private String digits(int radix) {
        StringBuilder digits = new StringBuilder();
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '_'
                    && digits.length() > 0
                    && at + 1 < source.length()
                    && isAsciiDigit(source.charAt(at + 1), radix)) {
                at++;
            } else if (isAsciiDigit(c, radix)) {
                digits.append(c);
                at++;
            } else {
                break;
            }
        }
        return digits.toString();
    }

    private static boolean isAsciiDigit(char c, int radix) {
        return c < 0x80 && Character.digit(c, radix) >= 0;
    }

    private boolean fraction(int start) {
        if (at >= source.length() || source.charAt(at) != '.') {
            return false;
        }
        boolean digitsFollow = at + 1 < source.length() && isDigit(source.charAt(at + 1));
        boolean afterDot = start > 0 && source.charAt(start - 1) == '.';
        if (dialect == Dialect.TEMPLATE && (!digitsFollow || afterDot)) {
            return false;
        }
        at++;
        digits(10);
        return true;
    }

    private boolean exponent() {
        if (at >= source.length() || "eE".indexOf(source.charAt(at)) < 0) {
            return false;
        }
        int digits = at + 1;
        if (digits < source.length() && (source.charAt(digits) == '+' || source.charAt(digits) == '-')) {
            digits++;
        }
        if (digits >= source.length() || !isDigit(source.charAt(digits))) {
            return false;
        }
        at = digits;
        digits(10);
        return true;
    }

    /** {@code 27and} is two words to Python, {@code 27x} an error. A template cuts both in two. */
    private void checkEndOfNumber(int start) {
        if (dialect == Dialect.TEMPLATE || at >= source.length() || !isNamePart(source.codePointAt(at))) {
            return;
        }
        if (source.charAt(at) == 'j' || source.charAt(at) == 'J') {
            throw new PythonException(PythonError.UNSUPPORTED, "an imaginary number", start);
        }
        if (AFTER_NUMBER.stream().noneMatch(word -> source.startsWith(word, at))) {
            throw error("a number with a letter right after it", start);
        }
    }

    private static PythonException error(String message, int offset) {
        return new PythonException(PythonError.SYNTAX, message, offset);
    }
}
