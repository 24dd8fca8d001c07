/** Provider folders and the one FreeMarker configuration that renders them: plain data in, escaped files out. */
@NullMarked
package org.archirender.template;

import org.jspecify.annotations.NullMarked;
