package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Missing;
import org.archirender.recipe.RecipeNode.Scalar;
import org.archirender.recipe.RecipeNode.Scalar.Style;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.StructureParser.Value;
import org.archirender.text.Quotes;
import org.archirender.text.Span;

/** Finds where a value ends that is not a block of members: plain, quoted, block scalar or inline collection. */
final class ScalarParser {
    /** Inline collections in inline collections. */
    private static final int DEEPEST = 50;

    private final RecipeLines lines;
    private final String masked;
    /** Where reading an inline collection has come to, and where it has to end. */
    private int at;

    private int limit;

    ScalarParser(RecipeLines lines) {
        this.lines = lines;
        this.masked = lines.masked();
    }

    /** The value at {@code offset}, whose key or dash stands at {@code column}. */
    Value parse(int line, int offset, int column) {
        return switch (masked.charAt(offset)) {
            case '|', '>' -> block(line, offset, column);
            case '"', '\'' -> quoted(line, offset).orElseGet(() -> plain(line, offset, column, Style.PLAIN));
            case '[', '{' ->
                inline(offset, column)
                        .flatMap(node -> ended(node))
                        .orElseGet(() -> plain(line, offset, column, Style.PLAIN));
            case '*' -> plain(line, offset, column, Style.ALIAS);
            default -> plain(line, offset, column, Style.PLAIN);
        };
    }

    /** A value with its comment where nothing else follows on its last line. */
    private Optional<Value> ended(RecipeNode node) {
        int end = node.span().end();
        int last = lines.lineOf(Math.max(end - 1, 0));
        int rest = lines.skipGap(end, last);
        if (rest < lines.end(last) && (rest == end || masked.charAt(rest) != '#')) {
            return Optional.empty();
        }
        return Optional.of(new Value(node, last + 1, comment(end, last)));
    }

    private Value plain(int line, int offset, int column, Style style) {
        int last = line;
        int follower = follower(line + 1);
        while (follower < lines.count() && belongs(follower, column)) {
            last = follower;
            follower = follower(last + 1);
        }
        int from = last == line ? offset : lines.content(last);
        int end = lines.contentEnd(from, last);
        Style found = last == line ? style : Style.PLAIN;
        return new Value(new Scalar(new Span(offset, Math.max(end, offset)), found), last + 1, comment(end, last));
    }

    private int follower(int line) {
        return line < lines.count() && lines.kind(line) == RecipeLines.Kind.CONTINUED ? line : lines.nextContent(line);
    }

    private boolean belongs(int line, int column) {
        return lines.kind(line) == RecipeLines.Kind.CONTINUED || lines.indent(line) > column;
    }

    /** A quoted text may go on at any indent, as YAML readers allow, if nothing but a comment follows it. */
    private Optional<Value> quoted(int line, int offset) {
        int last = line;
        int close = quoteEnd(offset, lines.end(last));
        while (close < 0) {
            last++;
            if (last >= lines.count()) {
                return Optional.empty();
            }
            close = quoteEnd(offset, lines.content(last) - 1, lines.end(last));
        }
        return ended(new Scalar(new Span(offset, close + 1), Style.QUOTED));
    }

    /** The index of the quote that closes the one at {@code open} before {@code limit}, or -1. */
    int quoteEnd(int open, int limit) {
        return quoteEnd(open, open, limit);
    }

    private int quoteEnd(int open, int behind, int limit) {
        char quote = masked.charAt(open);
        for (int i = behind + 1; i < limit; i++) {
            char c = masked.charAt(i);
            if (quote == '"' && c == '\\') {
                i++;
            } else if (c == quote && quote == '\'' && i + 1 < limit && masked.charAt(i + 1) == '\'') {
                i++;
            } else if (c == quote) {
                return i;
            }
        }
        return -1;
    }

    /**
     * A block scalar: its header, and all lines below that are blank or as deep as its first one. Jinja's statements are
     * gone when YAML reads it; a comment that is less deep ends it, whatever follows (YAML 1.1, 9.2.2).
     */
    private Value block(int line, int offset, int column) {
        int headerEnd = lines.contentEnd(offset, line);
        int indent = explicitIndent(offset, headerEnd, column);
        int last = line;
        for (int i = line + 1; i < lines.count(); i++) {
            boolean blank = lines.content(i) == lines.end(i);
            boolean deep = indent > 0 ? lines.indent(i) >= indent : lines.indent(i) > column;
            if (!blank && deep) {
                indent = indent > 0 ? indent : lines.indent(i);
                last = i;
            } else if (lines.kind(i) == RecipeLines.Kind.CONTENT || lines.kind(i) == RecipeLines.Kind.COMMENT) {
                break;
            }
        }
        int end = last == line ? headerEnd : lines.end(last);
        return new Value(new Scalar(new Span(offset, end), Style.BLOCK), last + 1, comment(headerEnd, line));
    }

    /** The indent that the header gives, relative to its parent's, or 0 where the first line decides. */
    private int explicitIndent(int offset, int headerEnd, int column) {
        for (int i = offset + 1; i < headerEnd; i++) {
            if (Character.isDigit(masked.charAt(i))) {
                return column + Character.digit(masked.charAt(i), 10);
            }
        }
        return 0;
    }

    /** The comment between {@code from} and its line's end. */
    Optional<Span> comment(int from, int line) {
        int start = lines.commentStart(from, line);
        return start == lines.end(line) ? Optional.empty() : Optional.of(new Span(start, lines.end(line)));
    }

    /** Whether nothing but a comment stands at {@code offset}. */
    boolean isNothing(int offset, int line) {
        return offset >= lines.end(line) || masked.charAt(offset) == '#';
    }

    /** Behind {@code &anchor} and {@code !tag}. */
    int skipProperties(int from, int line) {
        int offset = from;
        while (offset < lines.end(line) && (masked.charAt(offset) == '&' || masked.charAt(offset) == '!')) {
            int word = offset;
            while (word < lines.end(line) && !Character.isWhitespace(masked.charAt(word))) {
                word++;
            }
            offset = lines.skipGap(word, line);
        }
        return offset;
    }

    /** The collection that opens at {@code offset}, or empty where nothing closes it among its own lines. */
    private Optional<RecipeNode> inline(int offset, int column) {
        at = offset;
        limit = limit(offset, column);
        return collection(0);
    }

    /** Where the lines end that can belong to it. */
    private int limit(int offset, int column) {
        int line = lines.lineOf(offset);
        while (line + 1 < lines.count() && mayBelong(line + 1, column)) {
            line++;
        }
        return lines.end(line);
    }

    private boolean mayBelong(int line, int column) {
        int content = lines.content(line);
        return content == lines.end(line)
                || lines.indent(line) > column
                || (lines.indent(line) == column && "]}".indexOf(masked.charAt(content)) >= 0);
    }

    private Optional<RecipeNode> collection(int depth) {
        int open = at;
        boolean list = masked.charAt(at) == '[';
        char close = list ? ']' : '}';
        List<Item> items = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        at++;
        while (true) {
            skipSpace();
            if (at >= limit || depth > DEEPEST) {
                return Optional.empty();
            } else if (masked.charAt(at) == close) {
                Span span = new Span(open, ++at);
                return Optional.of(list ? new Sequence(span, items, true) : new Mapping(span, entries, true));
            } else if (masked.charAt(at) == ',') {
                at++;
            } else if (list) {
                Optional<RecipeNode> value = node(depth, false);
                if (value.isEmpty()) {
                    return value;
                }
                items.add(item(value.get()));
            } else if (!entry(entries, depth)) {
                return Optional.empty();
            }
        }
    }

    private Item item(RecipeNode value) {
        Span span = value.span();
        return new Item(Span.at(span.start()), lines.lineOf(span.start()), endLine(span), Optional.empty(), value);
    }

    private int endLine(Span span) {
        return lines.lineOf(Math.max(span.start(), span.end() - 1)) + 1;
    }

    private boolean entry(List<Entry> entries, int depth) {
        Optional<RecipeNode> key = node(depth, true);
        if (key.isEmpty()) {
            return false;
        }
        Span head = key.get().span();
        RecipeNode value = new Missing(Span.at(head.end()));
        skipSpace();
        if (at < limit && masked.charAt(at) == ':') {
            value = new Missing(Span.at(++at));
            skipSpace();
            if (at < limit && ",}".indexOf(masked.charAt(at)) < 0) {
                Optional<RecipeNode> found = node(depth, false);
                if (found.isEmpty()) {
                    return false;
                }
                value = found.get();
            }
        }
        int endLine = Math.max(endLine(head), endLine(value.span()));
        String name = Quotes.without(head.of(lines.text()));
        entries.add(new Entry(name, head, lines.lineOf(head.start()), endLine, Optional.empty(), value));
        return true;
    }

    private Optional<RecipeNode> node(int depth, boolean key) {
        char c = masked.charAt(at);
        if (c == '[' || c == '{') {
            return collection(depth + 1);
        }
        int start = at;
        if (c == '"' || c == '\'') {
            int close = quoteEnd(at, limit);
            at = close + 1;
            return close < 0 ? Optional.empty() : Optional.of(new Scalar(new Span(start, at), Style.QUOTED));
        }
        while (at < limit && !endsPlain(key)) {
            at++;
        }
        int end = at;
        while (end > start && Character.isWhitespace(masked.charAt(end - 1))) {
            end--;
        }
        Style style = c == '*' ? Style.ALIAS : Style.PLAIN;
        return end == start ? Optional.empty() : Optional.of(new Scalar(new Span(start, end), style));
    }

    private boolean endsPlain(boolean key) {
        char c = masked.charAt(at);
        boolean gapFollows = at + 1 >= limit || ",]} \t\r\n".indexOf(masked.charAt(at + 1)) >= 0;
        return ",[]{}".indexOf(c) >= 0
                || (c == ':' && gapFollows && key)
                || (c == '#' && Character.isWhitespace(masked.charAt(at - 1)));
    }

    /** White space, line ends and comments. */
    private void skipSpace() {
        while (at < limit) {
            char c = masked.charAt(at);
            if (c == '#' && Character.isWhitespace(masked.charAt(at - 1))) {
                at = Math.min(limit, lines.end(lines.lineOf(at)));
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return;
            }
        }
    }
}
