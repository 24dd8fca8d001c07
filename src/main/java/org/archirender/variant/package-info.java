/**
 * Which variants of a recipe get built, and the {@code .ci_support} file of each: conda_build_config.yaml files,
 * their combination, migrations, and the matrix of the keys that the recipe uses.
 */
@NullMarked
package org.archirender.variant;

import org.jspecify.annotations.NullMarked;
