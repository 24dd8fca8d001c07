/** Text as lines with their own line ends, and the splices that change some of them and no other. */
@NullMarked
package org.archirender.text;

import org.jspecify.annotations.NullMarked;
