package org.archirender.variant;

import java.util.SortedSet;
import org.archirender.variant.config.VariantChoice;
import org.archirender.variant.config.VariantGrid;

/**
 * A package that is built for one variant, as far as variant files ask: whichever kind of recipe it comes from.
 *
 * @param used the keys that it uses
 * @param deciding those of its keys that tell variant files apart if all packages use them
 * @param isNoarch whether it is for every platform
 * @param choice the value of every key
 * @param variants all combinations that are built together with this one
 */
record BuiltPackage(
        SortedSet<String> used,
        SortedSet<String> deciding,
        boolean isNoarch,
        VariantChoice choice,
        VariantGrid variants) {}
