package org.archirender.variant;

import org.archirender.conda.Platform;
import org.archirender.forge.ForgeConfig;

/** Whether packages for every platform are built for this one ({@code noarch_platforms} of conda-forge.yml). */
record NoarchRule(ForgeConfig forge, Platform target) {
    boolean builds(boolean isNoarch) {
        return !isNoarch || forge.buildsNoarch(target.key());
    }

    String why() {
        return "it is noarch, and noarch packages are built on " + String.join(", ", forge.noarchPlatforms())
                + " (conda-forge.yml, noarch_platforms)";
    }

    /** Why there is no file, where no package is left. */
    String absence(boolean allSkipped) {
        return allSkipped ? "every variant is skipped" : why();
    }
}
