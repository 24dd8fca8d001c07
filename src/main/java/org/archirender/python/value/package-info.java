/** Python's values, and what is charged for them. */
@NullMarked
package org.archirender.python.value;

import org.jspecify.annotations.NullMarked;
