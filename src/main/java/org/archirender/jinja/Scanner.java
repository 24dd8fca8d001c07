package org.archirender.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.python.syntax.Lexer;
import org.archirender.python.syntax.Token;
import org.archirender.python.value.PyStrings;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;

/** Cuts a template into text and tags. */
final class Scanner {
    private final String source;
    private final List<Segment> segments = new ArrayList<>();
    private int at;

    private Scanner(String source) {
        this.source = source;
    }

    /** The segments of {@code source}, whose line ends are {@code \n}. */
    static List<Segment> scan(String source) {
        Scanner scanner = new Scanner(source);
        while (scanner.at < source.length()) {
            scanner.next();
        }
        return scanner.segments;
    }

    private void next() {
        int start = tagStart(at);
        if (start < 0) {
            data(source.substring(at));
            at = source.length();
            return;
        }
        boolean strip = source.startsWith("-", start + 2);
        boolean signed = strip || source.startsWith("+", start + 2);
        String before = source.substring(at, start);
        data(strip ? PyStrings.stripRight(before) : before);
        at = start + (signed ? 3 : 2);
        switch (source.charAt(start + 1)) {
            case '{' -> segments.add(new Segment.Variable(tokens("}}")));
            case '#' -> comment(start);
            default -> {
                Optional<Integer> raw = rawStart();
                if (raw.isPresent()) {
                    raw(start, raw.get());
                } else {
                    segments.add(new Segment.Block(tokens("%}")));
                }
            }
        }
    }

    private int tagStart(int from) {
        int brace = source.indexOf('{', from);
        while (brace >= 0 && brace + 1 < source.length()) {
            char c = source.charAt(brace + 1);
            if (c == '{' || c == '%' || c == '#') {
                return brace;
            }
            brace = source.indexOf('{', brace + 1);
        }
        return -1;
    }

    private void data(String text) {
        if (!text.isEmpty()) {
            segments.add(new Segment.Data(text));
        }
    }

    private List<Token> tokens(String closing) {
        List<Token> tokens = Lexer.template(source, at, closing);
        Token end = tokens.get(tokens.size() - 1);
        at = end.text().startsWith("-") ? afterSpace(end.end()) : end.end();
        return tokens;
    }

    private int afterSpace(int from) {
        int i = from;
        while (i < source.length() && PyStrings.isSpace(source.charAt(i))) {
            i++;
        }
        return i;
    }

    private void comment(int start) {
        int end = source.indexOf("#}", at);
        if (end < 0) {
            throw new PythonException(PythonError.SYNTAX, "a comment without its end '#}'", start);
        }
        boolean strip = end > at && source.charAt(end - 1) == '-';
        at = strip ? afterSpace(end + 2) : end + 2;
    }

    /** Where the text of a raw block starts, when the tag at hand begins one. */
    private Optional<Integer> rawStart() {
        int word = afterSpace(at);
        if (!source.startsWith("raw", word)) {
            return Optional.empty();
        }
        int end = afterSpace(word + 3);
        if (source.startsWith("-%}", end)) {
            return Optional.of(afterSpace(end + 3));
        }
        return source.startsWith("%}", end) ? Optional.of(end + 2) : Optional.empty();
    }

    private void raw(int tag, int start) {
        for (int end = source.indexOf("{%", start); end >= 0; end = source.indexOf("{%", end + 2)) {
            char sign = end + 2 < source.length() ? source.charAt(end + 2) : ' ';
            int word = afterSpace(sign == '-' || sign == '+' ? end + 3 : end + 2);
            int closing = source.startsWith("endraw", word) ? afterSpace(word + 6) : source.length();
            boolean stripAfter = source.startsWith("-%}", closing);
            if (stripAfter || source.startsWith("+%}", closing) || source.startsWith("%}", closing)) {
                String text = source.substring(start, end);
                data(sign == '-' ? PyStrings.stripRight(text) : text);
                int after = source.indexOf("%}", closing) + 2;
                at = stripAfter ? afterSpace(after) : after;
                return;
            }
        }
        throw new PythonException(PythonError.SYNTAX, "a raw block without its endraw", tag);
    }
}
