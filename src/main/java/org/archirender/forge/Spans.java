package org.archirender.forge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.archirender.text.Lines;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where nodes stand in a text, in chars (the parser counts code points), and the text's lines. */
final class Spans {
    private final String text;
    private final Lines lines;
    private final int[] starts;
    private final boolean charsAreCodePoints;

    Spans(String text) {
        this.text = text;
        this.lines = Lines.of(text);
        this.charsAreCodePoints = text.codePointCount(0, text.length()) == text.length();
        this.starts = new int[lines.size()];
        for (int i = 1; i < starts.length; i++) {
            Lines.Line before = lines.get(i - 1);
            starts[i] = starts[i - 1] + before.text().length() + before.end().length();
        }
    }

    Lines lines() {
        return lines;
    }

    List<SpannedEntry> entries(MappingNode mapping) {
        List<SpannedEntry> entries = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            Node value = tuple.getValueNode();
            String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
            int keyEnd = offset(key.getEndMark().orElseThrow());
            entries.add(new SpannedEntry(
                    name, start(key), keyEnd, value, start(value), Math.max(end(value), start(value))));
        }
        return entries;
    }

    boolean isFlow(Node node) {
        return node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW;
    }

    int start(Node node) {
        return offset(node.getStartMark().orElseThrow());
    }

    /** After the last character of the node's own content: a block's end mark stands at whatever comes next. */
    int end(Node node) {
        if (!isFlow(node)
                && node instanceof MappingNode mapping
                && !mapping.getValue().isEmpty()) {
            int last = start(node);
            for (SpannedEntry entry : entries(mapping)) {
                last = Math.max(last, Math.max(entry.keyEnd(), entry.valueEnd()));
            }
            return last;
        }
        if (!isFlow(node) && node instanceof SequenceNode sequence) {
            int last = start(node);
            for (Node item : sequence.getValue()) {
                last = Math.max(last, end(item));
            }
            return last;
        }
        int end = offset(node.getEndMark().orElseThrow());
        int start = start(node);
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The index of the line that holds {@code offset}; the end of the text belongs to the last line. */
    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** Chars from the start of its line. */
    int column(int offset) {
        return offset - starts[line(offset)];
    }

    private int offset(Mark mark) {
        return charsAreCodePoints ? mark.getIndex() : text.offsetByCodePoints(0, mark.getIndex());
    }
}
