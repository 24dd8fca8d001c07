/** Recipes read and evaluated again after an edit, and held to what the edit meant. */
@NullMarked
package org.archirender.overlay.readback;

import org.jspecify.annotations.NullMarked;
