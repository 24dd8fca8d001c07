package org.archirender.jinja;

import java.util.ArrayList;
import java.util.List;
import org.archirender.python.syntax.Lexer;
import org.archirender.python.syntax.Token;
import org.archirender.python.value.PyStr;
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
        data(strip ? PyStr.stripRight(before) : before);
        at = start + (signed ? 3 : 2);
        switch (source.charAt(start + 1)) {
            case '{' -> segments.add(Segment.ofTag(Segment.Kind.VARIABLE, tokens("}}")));
            case '#' -> comment(start);
            default -> {
                List<Token> tag = tokens("%}");
                if (tag.get(0).isName("raw")) {
                    throw PythonException.unsupported("the tag 'raw'")
                            .at(tag.get(0).offset());
                }
                segments.add(Segment.ofTag(Segment.Kind.BLOCK, tag));
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
            segments.add(Segment.ofText(text));
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
        while (i < source.length() && PyStr.isSpace(source.charAt(i))) {
            i++;
        }
        return i;
    }

    private void comment(int start) {
        int end = source.indexOf("#}", at);
        if (end < 0) {
            throw PythonException.syntax("a comment without its end '#}'").at(start);
        }
        boolean strip = end > at && source.charAt(end - 1) == '-';
        at = strip ? afterSpace(end + 2) : end + 2;
    }
}
