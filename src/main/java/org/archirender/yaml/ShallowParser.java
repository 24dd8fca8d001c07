package org.archirender.yaml;

import org.archirender.problem.Location;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.Parser;

/** Refuses what is nested too deep while it is parsed: the composer recurses, and would run out of stack. */
final class ShallowParser implements Parser {
    private final Parser parser;
    private final String file;
    private int depth;

    ShallowParser(Parser parser, String file) {
        this.parser = parser;
        this.file = file;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        if (event instanceof CollectionEndEvent) {
            depth--;
        } else if (event instanceof CollectionStartEvent && ++depth > YamlReader.MAX_DEPTH) {
            Location at =
                    event.getStartMark().map(mark -> YamlReader.at(mark, file)).orElse(Location.of(file));
            throw YamlReader.tooDeep(at);
        }
        return event;
    }
}
