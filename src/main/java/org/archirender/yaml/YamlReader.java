package org.archirender.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.problem.UnreadableException;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads one YAML document of the user's into nodes. Size, depth and aliases are bounded: the text may be a stranger's. */
public final class YamlReader {
    private static final int MAX_CODE_POINTS = 8_000_000;
    private static final int MAX_ALIASES = 50;
    private static final int MAX_NODES = 1_000_000;

    /** Collections in collections. */
    private static final int MAX_DEPTH = 60;

    private final String file;
    private int nodes;

    private YamlReader(String file) {
        this.file = file;
    }

    /**
     * The single document in {@code text}.
     *
     * @param file as the user knows it, for messages
     * @return empty for a text without a document
     * @throws InputException where the text is no YAML, has several documents, or goes over the limits
     */
    public static Optional<YamlNode> read(String text, String file) {
        return compose(text, file).map(node -> new YamlReader(file).convert(node, 0));
    }

    /**
     * The same document as the parser's own nodes, for who needs their marks; marks count code points.
     *
     * @throws InputException as {@link #read}
     */
    public static Optional<Node> compose(String text, String file) {
        return compose(text, file, event -> {});
    }

    /**
     * As {@link #read}, for a format that has no anchors and aliases.
     *
     * @throws InputException as {@link #read}, and with the place of each {@code &name} and {@code *name}
     */
    public static Optional<YamlNode> readWithoutAnchors(String text, String file) {
        List<Problem> problems = new ArrayList<>();
        Optional<Node> node = compose(text, file, event -> {
            if (event instanceof NodeEvent value && value.getAnchor().isPresent()) {
                String sign = event instanceof AliasEvent ? "alias '*" : "anchor '&";
                problems.add(new Problem(
                        event.getStartMark().map(mark -> at(mark, file)).orElse(Location.of(file)),
                        "the " + sign + value.getAnchor().get() + "' has no meaning in this file",
                        "write the value where it is meant"));
            }
        });
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return node.map(found -> new YamlReader(file).convert(found, 0));
    }

    private static Optional<Node> compose(String text, String file, Consumer<Event> seen) {
        // The parser would count as it reads on, after seconds of it.
        if (text.length() > MAX_CODE_POINTS && text.codePointCount(0, text.length()) > MAX_CODE_POINTS) {
            throw UnreadableException.at(
                    Location.of(file), "has more than " + MAX_CODE_POINTS + " characters", "split it, or shorten it");
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MAX_CODE_POINTS + 1)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setAllowDuplicateKeys(true)
                .setAllowRecursiveKeys(false)
                .setAllowNonScalarKeys(true)
                .build();
        try {
            return new Composer(settings, new ShallowParser(settings, text, file, seen)).getSingleNode();
        } catch (MarkedYamlEngineException e) {
            throw unreadable(e, text, file);
        } catch (YamlEngineException e) {
            throw UnreadableException.at(Location.of(file), "not readable as YAML: " + e.getMessage(), "");
        }
    }

    /** Refuses what is nested too deep while it is parsed: the composer recurses, and would run out of stack. */
    private static final class ShallowParser extends ParserImpl {
        private final String file;
        private final Consumer<Event> seen;
        private int depth;

        ShallowParser(LoadSettings settings, String text, String file, Consumer<Event> seen) {
            super(settings, new StreamReader(settings, text));
            this.file = file;
            this.seen = seen;
        }

        @Override
        public Event next() {
            Event event = super.next();
            seen.accept(event);
            if (event instanceof CollectionEndEvent) {
                depth--;
            } else if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                Location at = event.getStartMark().map(mark -> at(mark, file)).orElse(Location.of(file));
                throw tooDeep(at);
            }
            return event;
        }
    }

    /** Counts, for an alias stands for all that its anchor holds, and that may be itself. */
    private YamlNode convert(Node node, int depth) {
        Location at = node.getStartMark().map(mark -> at(mark, file)).orElse(Location.of(file));
        if (depth > MAX_DEPTH) {
            throw tooDeep(at);
        }
        if (++nodes > MAX_NODES) {
            throw new InputException(at, "more than " + MAX_NODES + " values, aliases written out", "");
        }
        if (node instanceof ScalarNode scalar) {
            return new Scalar(at, scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(convert(item, depth + 1)));
            return new Sequence(at, items);
        }
        if (node instanceof MappingNode mapping) {
            List<Entry> entries = new ArrayList<>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(convert(tuple.getKeyNode(), depth + 1) instanceof Scalar key)) {
                    throw new InputException(at, "a key that is not a scalar", "write keys as plain words");
                }
                entries.add(new Entry(key, convert(tuple.getValueNode(), depth + 1)));
            }
            return new Mapping(at, entries);
        }
        throw new InputException(at, "a YAML node of kind " + node.getNodeType(), "");
    }

    private static InputException tooDeep(Location at) {
        return new InputException(at, "nested more than " + MAX_DEPTH + " levels deep", "");
    }

    /** With what was being read; where the whole text was read in vain, at the place where that began. */
    private static UnreadableException unreadable(MarkedYamlEngineException e, String text, String file) {
        Location problem = e.getProblemMark().map(mark -> at(mark, file)).orElse(Location.of(file));
        Location from = e.getContextMark().map(mark -> at(mark, file)).orElse(problem);
        boolean inVain = e.getProblemMark()
                .filter(mark -> mark.getIndex()
                        >= text.stripTrailing()
                                .codePointCount(0, text.stripTrailing().length()))
                .isPresent();
        String doing = e.getContext() == null ? "" : e.getContext();
        return UnreadableException.within(inVain ? from : problem, "not valid YAML: " + e.getProblem(), doing, from);
    }

    private static Location at(Mark mark, String file) {
        return new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
