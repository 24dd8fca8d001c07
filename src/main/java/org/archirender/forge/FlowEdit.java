package org.archirender.forge;

import java.util.List;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Scalar;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Changes one entry of a mapping in braces, in place. */
final class FlowEdit {
    private final String text;
    private final List<SpannedEntry> entries;
    private final int open;

    FlowEdit(String text, Spans spans, MappingNode mapping) {
        this.text = text;
        this.entries = spans.entries(mapping);
        this.open = text.indexOf('{', spans.start(mapping));
    }

    String replace(SpannedEntry entry, YamlNode value) {
        String written = YamlLines.flow(value);
        if (!entry.isEmpty()) {
            return splice(entry.valueStart(), entry.valueEnd(), written);
        }
        boolean colon = entry.valueStart() > entry.keyEnd();
        return splice(entry.valueStart(), entry.valueStart(), (colon ? " " : ": ") + written);
    }

    String create(Scalar key, YamlNode value) {
        String written = YamlLines.flow(new Entry(key, value));
        if (entries.isEmpty()) {
            return splice(open + 1, open + 1, written);
        }
        int end = end(entries.get(entries.size() - 1));
        int next = skipBlanks(end);
        return text.charAt(next) == ',' ? splice(next + 1, next + 1, " " + written) : splice(end, end, ", " + written);
    }

    /** Takes the comma after the entry along, for the last entry the one before it. */
    String delete(SpannedEntry entry) {
        int index = entries.indexOf(entry);
        int from = entry.keyStart();
        int to = end(entry);
        int next = skipBlanks(to);
        if (text.charAt(next) == ',') {
            to = skipBlanks(next + 1);
        } else if (index > 0) {
            from = end(entries.get(index - 1));
        }
        return splice(from, to, "");
    }

    private int end(SpannedEntry entry) {
        return Math.max(entry.keyEnd(), entry.valueEnd());
    }

    private int skipBlanks(int from) {
        int at = from;
        while (text.charAt(at) == ' ' || text.charAt(at) == '\t') {
            at++;
        }
        return at;
    }

    private String splice(int from, int to, String with) {
        return text.substring(0, from) + with + text.substring(to);
    }
}
