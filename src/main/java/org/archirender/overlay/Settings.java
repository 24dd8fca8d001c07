package org.archirender.overlay;

import static org.archirender.yaml.Field.optional;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.archirender.problem.Location;
import org.archirender.yaml.FieldShape;
import org.archirender.yaml.FieldShape.Open;
import org.archirender.yaml.FieldShape.WholeNumber;
import org.archirender.yaml.FieldShapes;
import org.archirender.yaml.KeyPathMerge;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/** {@code settings:}, what templates ask for: the port's, and below them those of one package. */
public final class Settings {
    private static final FieldShape RUNNER = FieldShapes.TEXT.orList("a runner's label, or a list of labels");

    private static final FieldShape DOCKER = new Open(
            "a mapping",
            List.of(
                    optional(
                            "image",
                            FieldShapes.TEXT,
                            "what builds run in, instead of a variant's docker_image; that of port.yaml not in cross builds"),
                    optional("packages", FieldShapes.TEXTS, "what the image gets from its own package manager")));

    private static final FieldShape ACTIONS = new Open(
            "a mapping",
            List.of(
                    optional("runner", RUNNER, "where GitHub Actions runs the builds: a label, or a list of labels"),
                    optional(
                            "timeout_minutes",
                            new WholeNumber("a number of minutes, 1 or more", 1),
                            "how long a build may take there")));

    /** What is written; further keys are the templates' own. */
    public static final FieldShape SHAPE = new Open(
            "a mapping",
            List.of(
                    optional("channels", FieldShapes.TEXTS, "where builds find packages, the first one wins"),
                    optional("docker", DOCKER, "the image that builds run in"),
                    optional("actions", ACTIONS, "GitHub Actions"),
                    optional(
                            "test",
                            FieldShapes.TRUTH,
                            "whether builds run the recipe's tests; they do unless `false`")));

    private Settings() {}

    /** The settings of a package: those of the {@code port} with the package's {@code own} merged in by key path. */
    public static Mapping merged(Optional<Mapping> port, Optional<Mapping> own) {
        Mapping base = port.orElseGet(() -> new Mapping(Location.of("overlays/port.yaml"), List.of()));
        return own.map(overrides -> KeyPathMerge.merged(base, overrides)).orElse(base);
    }

    /**
     * What counts of the port's settings where packages are cross-compiled: all but {@code docker.image}, which is for
     * the machines of the target.
     */
    public static Optional<Mapping> ofCrossBuild(Optional<Mapping> port) {
        return port.map(settings -> changed(
                settings,
                "docker",
                docker -> Optional.of(
                        docker instanceof Mapping mapping
                                ? changed(mapping, "image", image -> Optional.empty())
                                : docker)));
    }

    /** {@code mapping} with what {@code change} makes of the value of {@code key}; empty takes the key away. */
    private static Mapping changed(Mapping mapping, String key, Function<YamlNode, Optional<YamlNode>> change) {
        return new Mapping(
                mapping.at(),
                mapping.entries().stream()
                        .flatMap(entry -> entry.key().text().equals(key)
                                ? change.apply(entry.value()).map(value -> new Entry(entry.key(), value)).stream()
                                : Stream.of(entry))
                        .toList());
    }

    /** {@code docker.image}, with its place. */
    public static Optional<Scalar> image(Mapping settings) {
        return settings.get("docker")
                .filter(Mapping.class::isInstance)
                .flatMap(docker -> ((Mapping) docker).get("image"))
                .filter(image -> !image.isNull())
                .map(Scalar.class::cast);
    }
}
