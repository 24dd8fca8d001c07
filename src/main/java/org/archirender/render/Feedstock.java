package org.archirender.render;

import org.archirender.overlay.Overlay;
import org.archirender.tree.FileTree;

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
}
