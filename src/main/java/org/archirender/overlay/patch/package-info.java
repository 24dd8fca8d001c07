/** Edits of whole files, and unified patches without fuzz. */
@NullMarked
package org.archirender.overlay.patch;

import org.jspecify.annotations.NullMarked;
