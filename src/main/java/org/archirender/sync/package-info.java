/** Where upstream moves: how an overlay's edits stand at the new base, three ways, by old base, edit and new base. */
@NullMarked
package org.archirender.sync;

import org.jspecify.annotations.NullMarked;
