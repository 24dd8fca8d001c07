package org.archirender.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Mapping;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Missing;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.text.Quotes;
import org.archirender.text.Span;

/**
 * Finds the structure of a recipe by its indentation. It never fails: what fits nowhere belongs to the member above it.
 * A meta.yaml is no YAML before its selectors and Jinja have run (the same key twice, blocks at any indent, braces), so
 * that no YAML parser would do.
 */
final class StructureParser {
    /** Deeper nesting is text; no recipe needs it. */
    private static final int DEEPEST = 100;

    private final RecipeLines lines;
    private final JinjaBlocks blocks;
    private final ScalarParser scalars;
    private final String masked;
    /** The next content line that is not yet part of the tree. */
    private int next;

    private StructureParser(RecipeLines lines, JinjaBlocks blocks) {
        this.lines = lines;
        this.blocks = blocks;
        this.scalars = new ScalarParser(lines);
        this.masked = lines.masked();
    }

    /** The recipe's top mapping; empty where the text does not begin with a key. */
    static Mapping parse(RecipeLines lines, JinjaBlocks blocks) {
        return new StructureParser(lines, blocks).root();
    }

    private Mapping root() {
        next = lines.nextContent(0);
        if (next < lines.count() && masked.charAt(lines.content(next)) == '{') {
            Value value = scalars.parse(next, lines.content(next), -1);
            if (value.node() instanceof Mapping mapping && lines.nextContent(value.endLine()) == lines.count()) {
                return mapping;
            }
        }
        List<Entry> entries = new ArrayList<>();
        while (next < lines.count()) {
            int offset = lines.content(next);
            if (keyEnd(offset, next) < 0) {
                next = lines.nextContent(next + 1);
            } else {
                entries.addAll(mapping(offset, 0).entries());
            }
        }
        return new Mapping(span(entries), entries, false);
    }

    private static Span span(List<? extends Member> members) {
        if (members.isEmpty()) {
            return Span.at(0);
        }
        Member last = members.get(members.size() - 1);
        int end = Math.max(last.head().end(), last.value().span().end());
        return new Span(members.get(0).head().start(), end);
    }

    /** The list or mapping of which the first dash or key stands at {@code offset} of the next line. */
    private RecipeNode collection(int offset, int depth) {
        return isDash(offset, next) ? sequence(offset, depth) : mapping(offset, depth);
    }

    private Mapping mapping(int offset, int depth) {
        int column = offset - lines.start(next);
        List<Entry> entries = new ArrayList<>(List.of(entry(offset, column, depth)));
        while (goesOn(column, false)) {
            entries.add(entry(lines.content(next), column, depth));
        }
        return new Mapping(span(entries), entries, false);
    }

    private Sequence sequence(int offset, int depth) {
        int column = offset - lines.start(next);
        List<Item> items = new ArrayList<>(List.of(item(offset, column, depth)));
        while (goesOn(column, true)) {
            items.add(item(lines.content(next), column, depth));
        }
        return new Sequence(span(items), items, false);
    }

    private boolean goesOn(int column, boolean dash) {
        return next < lines.count() && lines.indent(next) >= column && isDash(lines.content(next), next) == dash;
    }

    private Entry entry(int key, int column, int depth) {
        int line = next;
        int colon = keyEnd(key, line);
        int end = colon;
        while (end > key && Character.isWhitespace(masked.charAt(end - 1))) {
            end--;
        }
        Span head = new Span(key, end);
        Value value = value(line, colon + 1, column, true, depth);
        String name = Quotes.without(head.of(lines.text()));
        return new Entry(name, head, line, absorb(line, value, column), value.comment(), value.node());
    }

    private Item item(int dash, int column, int depth) {
        int line = next;
        Value value = value(line, dash + 1, column, false, depth);
        int endLine = absorb(line, value, column);
        return new Item(new Span(dash, dash + 1), line, endLine, value.comment(), value.node());
    }

    /**
     * The end of a member's lines, to which those belong that are deeper than its collection, or neither key nor item at
     * its column.
     */
    private int absorb(int firstLine, Value value, int column) {
        int end = value.endLine();
        while (next < lines.count()
                && (lines.indent(next) > column || (lines.indent(next) == column && isText(next)))) {
            end = next + 1;
            next = lines.nextContent(end);
        }
        return blocks.closed(firstLine, end, next);
    }

    private boolean isText(int line) {
        int offset = lines.content(line);
        return !isDash(offset, line) && keyEnd(offset, line) < 0;
    }

    /** A value with the lines and the comment that its member gets from it. */
    record Value(RecipeNode node, int endLine, Optional<Span> comment) {}

    private Value value(int line, int after, int column, boolean ofKey, int depth) {
        int offset = scalars.skipProperties(lines.skipGap(after, line), line);
        if (scalars.isNothing(offset, line)) {
            return below(line, Span.at(Math.min(offset, lines.contentEnd(after, line))), column, ofKey, depth);
        }
        boolean nested = !ofKey && depth < DEEPEST;
        if (nested && (isDash(offset, line) || keyEnd(offset, line) >= 0)) {
            RecipeNode node = collection(offset, depth + 1);
            return new Value(node, endLine(node), node.members().get(0).comment());
        }
        Value value = scalars.parse(line, offset, column);
        next = lines.nextContent(value.endLine());
        return value;
    }

    /** The value of a key or dash that has none on its line. */
    private Value below(int line, Span nothing, int column, boolean ofKey, int depth) {
        Optional<Span> comment = scalars.comment(nothing.end(), line);
        next = lines.nextContent(line + 1);
        if (next == lines.count() || depth >= DEEPEST) {
            return new Value(new Missing(nothing), line + 1, comment);
        }
        int offset = lines.content(next);
        boolean dash = isDash(offset, next);
        int indent = lines.indent(next);
        if (indent > column || (indent == column && ofKey && dash)) {
            if (dash || keyEnd(offset, next) >= 0) {
                RecipeNode node = collection(offset, depth + 1);
                return new Value(node, endLine(node), comment);
            } else if (indent > column) {
                Value value = scalars.parse(next, offset, column);
                next = lines.nextContent(value.endLine());
                return new Value(value.node(), value.endLine(), comment.isPresent() ? comment : value.comment());
            }
        }
        return new Value(new Missing(nothing), line + 1, comment);
    }

    private static int endLine(RecipeNode collection) {
        return collection.members().get(collection.members().size() - 1).endLine();
    }

    private boolean isDash(int offset, int line) {
        return offset < lines.end(line) && masked.charAt(offset) == '-' && isGapOrEnd(offset + 1, line);
    }

    private boolean isGapOrEnd(int offset, int line) {
        return offset == lines.end(line) || masked.charAt(offset) == ' ' || masked.charAt(offset) == '\t';
    }

    /** The colon that makes the text from {@code offset} on a key, or -1. */
    private int keyEnd(int offset, int line) {
        int end = lines.end(line);
        if (offset == end || "[]{}|>@`#&*!%,".indexOf(masked.charAt(offset)) >= 0 || isDash(offset, line)) {
            return -1;
        }
        int from = offset;
        if (masked.charAt(offset) == '"' || masked.charAt(offset) == '\'') {
            from = lines.skipGap(scalars.quoteEnd(offset, end) + 1, line);
            return from > offset + 1 && from < end && masked.charAt(from) == ':' && isGapOrEnd(from + 1, line)
                    ? from
                    : -1;
        }
        for (int i = from; i < end; i++) {
            char c = masked.charAt(i);
            if (c == ':' && i > offset && isGapOrEnd(i + 1, line)) {
                return i;
            } else if (c == '#' && i > offset && isGapOrEnd(i - 1, line)) {
                return -1;
            }
        }
        return -1;
    }
}
