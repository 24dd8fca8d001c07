/** Rendered trees as commits on a feedstock's branch: deterministic, never over anybody else's work. */
@NullMarked
package org.archirender.publish;

import org.jspecify.annotations.NullMarked;
