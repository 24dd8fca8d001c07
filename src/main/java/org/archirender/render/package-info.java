/** The pure function: base, overlay, port, pinnings and templates in, a feedstock's tree and a report out. */
@NullMarked
package org.archirender.render;

import org.jspecify.annotations.NullMarked;
