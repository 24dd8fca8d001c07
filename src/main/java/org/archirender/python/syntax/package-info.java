/** Python's expressions as a tree. */
@NullMarked
package org.archirender.python.syntax;

import org.jspecify.annotations.NullMarked;
