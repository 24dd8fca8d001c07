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
import org.archirender.text.Quotes;
import org.archirender.text.Span;

/** Inline lists and mappings, on one line or on several that are deeper than their key. */
final class FlowParser {
    private static final int DEEPEST = 50;

    private final RecipeLines lines;
    private final ScalarParser scalars;
    private final String masked;
    private int at;
    private int limit;

    FlowParser(RecipeLines lines, ScalarParser scalars) {
        this.lines = lines;
        this.scalars = scalars;
        this.masked = lines.masked();
    }

    /** The collection that opens at {@code offset}, or empty where nothing closes it among its own lines. */
    Optional<RecipeNode> parse(int offset, int column) {
        at = offset;
        limit = limit(offset, column);
        return collection(0);
    }

    /** Where the lines end that can belong to it. */
    private int limit(int offset, int column) {
        int line = lines.lineOf(offset);
        while (line + 1 < lines.count() && belongs(line + 1, column)) {
            line++;
        }
        return lines.end(line);
    }

    private boolean belongs(int line, int column) {
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
            int close = scalars.quoteEnd(at, limit);
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
