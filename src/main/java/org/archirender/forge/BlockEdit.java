package org.archirender.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Scalar;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Changes one entry of a mapping in block style: whole lines, except for a value that stands on its key's line. */
final class BlockEdit {
    private static final int USUAL_STEP = 2;

    private final String text;
    private final Spans spans;
    private final List<SpannedEntry> entries;
    private final String indent;

    /** @param mapping empty where the document holds nothing */
    BlockEdit(String text, Spans spans, Optional<MappingNode> mapping) {
        this.text = text;
        this.spans = spans;
        this.entries = mapping.map(spans::entries).orElse(List.of());
        this.indent = entries.isEmpty()
                ? ""
                : spans.lines().get(spans.line(entries.get(0).keyStart())).indent();
    }

    String create(Scalar key, YamlNode value) {
        List<String> added = style().entry(indent, key, value);
        int at = entries.isEmpty() ? spans.lines().size() : lastLine(entries.get(entries.size() - 1)) + 1;
        return spans.lines().replace(at, at, added).text();
    }

    String delete(SpannedEntry entry) {
        int from = spans.line(entry.keyStart());
        return spans.lines().replace(from, lastLine(entry) + 1, List.of()).text();
    }

    String replace(SpannedEntry entry, YamlNode value) {
        int colon = text.indexOf(':', entry.keyEnd());
        int first = spans.line(colon);
        int last = entry.isAlias() ? first : lastLine(entry);
        String keyLine = spans.lines().get(first).text();
        String head = keyLine.substring(0, spans.column(colon) + 1);
        String tail = keyLine.substring(head.length());
        String gap = " ";
        List<String> kept = List.of();
        if (entry.isAlias()) {
            tail = tail.replaceFirst("^\\s*\\*\\S+", "");
        } else if (!entry.isEmpty() && spans.line(entry.valueStart()) == first) {
            gap = keyLine.substring(head.length(), spans.column(entry.valueStart()));
            tail = spans.lines().get(last).text().substring(spans.column(entry.valueEnd()));
        } else if (!entry.isEmpty()) {
            kept = texts(first + 1, spans.line(entry.valueStart()));
        }
        boolean block = YamlLines.isBlock(value) && !spans.isFlow(entry.value());
        List<String> written = new ArrayList<>();
        written.add(block ? head + tail : head + gap + YamlLines.inline(value) + tail);
        written.addAll(kept);
        if (block) {
            written.addAll(style().block(indent, value));
        }
        return spans.lines().replace(first, last + 1, written).text();
    }

    private List<String> texts(int from, int to) {
        List<String> texts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            texts.add(spans.lines().get(i).text());
        }
        return texts;
    }

    private int lastLine(SpannedEntry entry) {
        return spans.line(Math.max(entry.keyEnd(), entry.valueEnd()));
    }

    /** Indents as the mapping's other values have them, two blanks where it has none. */
    private YamlLines style() {
        int step = USUAL_STEP;
        int listStep = USUAL_STEP;
        for (SpannedEntry entry : entries) {
            Node value = entry.value();
            boolean below = !entry.isAlias()
                    && !spans.isFlow(value)
                    && spans.line(entry.valueStart()) > spans.line(entry.keyEnd());
            int in = spans.column(entry.valueStart()) - spans.column(entry.keyStart());
            if (below && value instanceof MappingNode) {
                step = Math.max(1, in);
            } else if (below && value instanceof SequenceNode) {
                listStep = Math.max(0, in);
            }
        }
        return new YamlLines(step, listStep);
    }
}
