/**
 * The overlay language: what one package needs on this port, as edits of its base, and why. Reads overlays and rules,
 * applies them to a tree without touching a line that no edit names, and says for each edit what it did.
 */
@NullMarked
package org.archirender.overlay;

import org.jspecify.annotations.NullMarked;
