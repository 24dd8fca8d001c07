/** Selectors: the {@code # [win]} of a line, what its expression means on a platform, and the text that is left. */
@NullMarked
package org.archirender.selector;

import org.jspecify.annotations.NullMarked;
