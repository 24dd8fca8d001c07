package org.archirender.variant;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.archirender.conda.Platform;
import org.archirender.tree.FileTree;
import org.archirender.variant.config.VariantConfig;

/**
 * What a matrix is computed from.
 *
 * @param feedstock {@code recipe/**}, {@code conda-forge.yml} and {@code .ci_support/migrations/**}; other files are
 *     not looked at
 * @param pinnings shared by all feedstocks of a run
 * @param pins an overlay's, which count after the pinnings and before the recipe's own config
 * @param target subdir that is built for, as in {@code linux-aarch64}
 */
public record MatrixRequest(FileTree feedstock, Pinnings pinnings, Optional<VariantConfig> pins, String target) {
    public MatrixRequest {
        requireNonNull(feedstock, "feedstock is null");
        requireNonNull(pinnings, "pinnings is null");
        requireNonNull(pins, "pins is null");
        requireNonNull(target, "target is null");
    }

    /** The target; an IllegalArgumentException that names it where it is none. */
    public Platform platform() {
        return Platform.of(target);
    }
}
