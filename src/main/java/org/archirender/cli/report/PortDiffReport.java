package org.archirender.cli.report;

import java.util.Collection;
import java.util.List;
import org.archirender.cli.console.Console;
import org.archirender.cli.console.Console.Style;
import org.archirender.cli.console.ConsoleOptions.Format;
import org.archirender.cli.console.Counts;
import org.archirender.sync.PortDiff;
import org.archirender.sync.PortDiff.Shared;

/** Tells a {@link PortDiff} as a reviewer reads it: what is new, which variants move, which lines, what is built by it. */
public record PortDiffReport(Console console, String since) {
    private static final int NAMES = 8;
    private static final int LINES = 20;

    record Document(String since, PortDiff diff) {}

    /** Prints it. */
    public void tell(PortDiff diff) {
        if (console.format() == Format.JSON) {
            console.json(new Document(since, diff));
            return;
        }
        if (diff.changesNothing()) {
            console.print("no feedstock changes since " + since);
            return;
        }
        diff.added()
                .forEach((name, variants) -> console.print(
                        console.paint(Style.GOOD, "new   ") + name + ", " + Counts.of(variants, "variant")));
        diff.removed().forEach(name -> console.print(console.paint(Style.BAD, "gone  ") + name));
        diff.variants().forEach(shared -> console.print(shared.what() + names(shared)));
        diff.lines().forEach(this::lines);
        console.print("%s since %s: %s"
                .formatted(Counts.of(diff.builds().size(), "feedstock") + " to build", since, names(diff.builds())));
        if (!diff.numbers().isEmpty()) {
            console.print("of these need a new build number where they are published: " + names(diff.numbers()));
        }
    }

    private void lines(Shared shared) {
        console.print(console.paint(Style.PLACE, shared.what()) + names(shared));
        List<String> lines = shared.lines();
        boolean whole = console.verbose() || lines.size() <= LINES;
        lines.subList(0, whole ? lines.size() : LINES).forEach(line -> console.print("  " + colored(line)));
        if (!whole) {
            console.print(
                    console.paint(Style.QUIET, "  … %d more lines; -v shows all".formatted(lines.size() - LINES)));
        }
    }

    private String colored(String line) {
        return console.paint(line.startsWith("+") ? Style.GOOD : Style.BAD, line);
    }

    private String names(Shared shared) {
        return "  (%s: %s)".formatted(Counts.of(shared.feedstocks().size(), "feedstock"), names(shared.feedstocks()));
    }

    private String names(Collection<String> names) {
        boolean whole = console.verbose() || names.size() <= NAMES;
        String shown = String.join(
                ", ", names.stream().limit(whole ? names.size() : NAMES).toList());
        return whole ? shown : shown + ", … %d more".formatted(names.size() - NAMES);
    }
}
