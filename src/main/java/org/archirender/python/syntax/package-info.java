/** Python's expressions: a text to a tree, and what the tree gives. */
@NullMarked
package org.archirender.python.syntax;

import org.jspecify.annotations.NullMarked;
