package org.archirender.overlay.readback;

import java.util.Optional;
import java.util.SortedMap;

/** What a recipe comes to on a platform, for no variant. */
interface Printed {
    /** The recipe's version; empty where it comes to none for want of a variant. */
    Optional<String> version();

    /** Each build number by its path; an empty text where it comes to nothing. */
    SortedMap<String, String> numbers();

    /** Whether a source has that checksum; empty where that can't be said for want of a variant. */
    Optional<Boolean> hasChecksum(String sha256);

    /** What a variable prints where it is set; empty where it is not, or for want of a variant. */
    Optional<String> variable(String name);
}
