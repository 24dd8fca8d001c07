package org.archirender.yaml;

import org.archirender.problem.Location;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Refuses what is nested too deep while it is parsed: the composer recurses, and would run out of stack. */
final class ShallowParser extends ParserImpl {
    private final String file;
    private int depth;

    ShallowParser(LoadSettings settings, String text, String file) {
        super(settings, new StreamReader(settings, text));
        this.file = file;
    }

    @Override
    public Event next() {
        Event event = super.next();
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
