/** Reading what users write: operations with their fields, shapes of values, and what is wrong with them. */
@NullMarked
package org.archirender.overlay.read;

import org.jspecify.annotations.NullMarked;
