/** Operators, built-in functions and methods. */
@NullMarked
package org.archirender.python.library;

import org.jspecify.annotations.NullMarked;
