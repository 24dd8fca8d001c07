package org.archirender.forge;

import java.util.Locale;

/** On what kind of machine packages are built, as conda-forge.yml's own words say. */
public enum BuildMode {
    /** On one of the target's own. */
    NATIVE,
    /** On another one, by a cross compiler: {@code build_platform} says so. */
    CROSS,
    /** On an x86_64 that runs the target's programs in qemu: there is no native one. */
    EMULATED;

    /** As templates and their readers know it: {@code native}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
