/** The expressions of recipe.yaml: minijinja as rattler-build sets it up, strict about what is undefined. */
@NullMarked
package org.archirender.minijinja;

import org.jspecify.annotations.NullMarked;
