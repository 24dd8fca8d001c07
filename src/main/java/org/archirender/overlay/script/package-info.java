/** Edits of scripts by their lines. */
@NullMarked
package org.archirender.overlay.script;

import org.jspecify.annotations.NullMarked;
