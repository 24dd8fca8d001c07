/** Python's expressions, as selectors and recipe templates use them: text to tree to value, within limits, nothing global. */
@NullMarked
package org.archirender.python;

import org.jspecify.annotations.NullMarked;
