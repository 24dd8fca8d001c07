package org.archirender.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.overlay.Overlay.Base;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.read.EditReader;
import org.archirender.overlay.read.OverlayFields;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.yaml.TopLevelReader;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Sequence;
import org.archirender.yaml.YamlReader;

/** Reads overlay.yaml. */
public final class OverlayReader {
    private OverlayReader() {}

    /**
     * The overlay in {@code text}.
     *
     * @param file its path, as the user knows it
     * @throws InputException with all that is wrong with it, in the order of the file's keys
     */
    public static Overlay read(String text, String file) {
        Optional<YamlNode> document = YamlReader.read(text, file);
        if (document.isEmpty() || !(document.get() instanceof Mapping mapping)) {
            throw new InputException(
                    Location.of(file), "an overlay is a mapping", "begin with 'overlay: 1' and 'package: NAME'");
        }
        List<Problem> problems = new ArrayList<>();
        Overlay overlay = read(mapping, file, problems);
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return overlay;
    }

    private static Overlay read(Mapping mapping, String file, List<Problem> problems) {
        TopLevelReader top = TopLevelReader.read(mapping, "an overlay", OverlayFields.ALL, problems::add);
        String name = top.text("package").orElse("");
        checkFolder(file, name, top, problems);
        List<Edit> edits = new ArrayList<>();
        EditReader reader = new EditReader(problems::add);
        top.node("edits")
                .ifPresent(node -> ((Sequence) node)
                        .items()
                        .forEach(item -> reader.read(item).ifPresent(edits::add)));
        return new Overlay(
                file,
                name,
                top.mapping("base").map(base -> base(base, problems)),
                top.text("skip"),
                top.mapping("config"),
                top.mapping("pins"),
                top.scalars("providers"),
                edits);
    }

    private static Base base(Mapping mapping, List<Problem> problems) {
        TopLevelReader base = TopLevelReader.read(mapping, "'base'", OverlayFields.BASE, problems::add);
        return new Base(base.text("repo").orElse(""), base.text("commit"), base.text("version"));
    }

    private static void checkFolder(String file, String name, TopLevelReader top, List<Problem> problems) {
        String[] parts = file.split("/", -1);
        if (parts.length < 3 || !parts[parts.length - 3].equals("overlays")) {
            return;
        }
        String folder = parts[parts.length - 2];
        if (!name.isEmpty() && !name.equals(folder)) {
            problems.add(new Problem(
                    top.node("package").map(YamlNode::at).orElse(Location.of(file)),
                    "the package is '" + name + "', its folder '" + folder + "'",
                    "give both the same name"));
        }
    }
}
