package org.archirender.render;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.Platform;
import org.archirender.overlay.RuleReader;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.yaml.TopLevelReader;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlReader;

/** Reads overlays/port.yaml. */
public final class PortReader {
    private static final String UPSTREAM_GREEN = "upstream-green";

    private final List<Problem> problems = new ArrayList<>();

    private PortReader() {}

    /**
     * What {@code text} says.
     *
     * @param file as the user knows it, for messages
     * @throws InputException with everything that is wrong in it, from top to bottom
     */
    public static Port read(String text, String file) {
        if (!(YamlReader.read(text, file).orElse(null) instanceof Mapping mapping)) {
            throw new InputException(
                    Location.of(file), "a port is a mapping", "begin with 'port: 1' and 'target: linux-aarch64'");
        }
        PortReader reader = new PortReader();
        Port port = reader.port(TopLevelReader.read(mapping, "port.yaml", PortFields.ALL, reader.problems::add));
        if (!reader.problems.isEmpty()) {
            reader.problems.sort(Comparator.comparing(
                    Problem::at, Comparator.comparingInt(Location::line).thenComparingInt(Location::column)));
            throw new InputException(reader.problems);
        }
        return port;
    }

    private Port port(TopLevelReader top) {
        return new Port(
                target(top),
                top.text("branch").orElse(""),
                top.text("upstream-org").orElse(""),
                top.text("own-org").orElse(""),
                top.text("channel").orElse(""),
                top.scalars("providers").orElse(List.of()),
                top.text("remote"),
                upstreamGreen(top),
                top.mapping("commits").flatMap(this::commits),
                top.mapping("conda-forge"),
                top.node("rules")
                        .map(rules -> RuleReader.read(rules, problems::add))
                        .orElse(List.of()),
                names(top),
                top.mapping("settings"));
    }

    private Platform target(TopLevelReader top) {
        String target = top.text("target").orElse("linux-aarch64");
        try {
            return Platform.of(target);
        } catch (IllegalArgumentException e) {
            Location at = top.node("target").map(YamlNode::at).orElse(Location.of("overlays/port.yaml"));
            problems.add(new Problem(at, String.valueOf(e.getMessage()), "write it as linux-aarch64"));
            return Platform.of("linux-aarch64");
        }
    }

    private boolean upstreamGreen(TopLevelReader top) {
        Optional<String> when = top.text("when");
        if (when.isPresent() && !when.get().equals(UPSTREAM_GREEN)) {
            Location at = top.node("when").map(YamlNode::at).orElse(Location.of("overlays/port.yaml"));
            problems.add(new Problem(
                    at,
                    "'when: %s' is no condition for publishing".formatted(when.get()),
                    "write 'when: " + UPSTREAM_GREEN + "', or take it out"));
        }
        return when.isPresent();
    }

    private Optional<Commits> commits(Mapping mapping) {
        TopLevelReader commits = TopLevelReader.read(mapping, "'commits'", PortFields.COMMITS, problems::add);
        Optional<String> date = commits.text("date");
        try {
            return date.map(text -> new Commits(
                    commits.text("author").orElse(""),
                    commits.text("email").orElse(""),
                    LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()));
        } catch (DateTimeException e) {
            Location at = commits.node("date").map(YamlNode::at).orElse(mapping.at());
            problems.add(new Problem(at, "'%s' is no date".formatted(date.orElse("")), "write it as 2019-01-15"));
            return Optional.empty();
        }
    }

    /** What edits may use between at-signs, the port's own keys among it. */
    private SortedMap<String, String> names(TopLevelReader top) {
        SortedMap<String, String> names = new TreeMap<>();
        for (String key : List.of("target", "channel", "binutils")) {
            top.text(key).ifPresent(value -> names.put(key, value));
        }
        top.mapping("names").ifPresent(mapping -> {
            for (YamlNode.Entry entry : mapping.entries()) {
                if (entry.value() instanceof Scalar value && !value.isNull()) {
                    names.put(entry.key().text(), value.text());
                } else {
                    problems.add(new Problem(
                            entry.value().at(),
                            "the name '%s' stands for no text"
                                    .formatted(entry.key().text()),
                            "write one word or a quoted text"));
                }
            }
        });
        return names;
    }
}
