/** conda-forge.yml: what it says about this port's builds, and changing its keys without touching any other line. */
@NullMarked
package org.archirender.forge;

import org.jspecify.annotations.NullMarked;
