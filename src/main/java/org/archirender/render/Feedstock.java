package org.archirender.render;

import java.util.Optional;
import org.archirender.overlay.Overlay;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.tree.FileTree;
import org.archirender.tree.GitTreeId;

/**
 * One package's inputs.
 *
 * @param overlay what changes, and why
 * @param base the upstream feedstock as vendored: {@code recipe/**} and {@code conda-forge.yml}
 * @param files what the overlay adds, by path below {@code recipe/}
 */
public record Feedstock(Overlay overlay, FileTree base, FileTree files) {

    public String name() {
        return overlay.name();
    }

    /** That {@code base} is no longer what was vendored; empty where it is, and where nobody knows. */
    public Optional<Problem> changedBase() {
        Optional<Overlay.Base> vendored = overlay.base().filter(from -> !from.written());
        return vendored.flatMap(Overlay.Base::tree)
                .filter(tree -> !tree.equals(GitTreeId.of(base)))
                .map(tree -> new Problem(
                        Location.of("overlays/" + name() + "/base"),
                        "was changed since it was vendored from commit "
                                + vendored.flatMap(Overlay.Base::commit).orElse("?"),
                        "say the change as an edit in overlay.yaml, and restore upstream's files with:"
                                + " archi-render update " + name() + " --to base"));
    }
}
