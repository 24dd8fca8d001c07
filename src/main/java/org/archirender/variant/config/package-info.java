/** conda_build_config.yaml: reading, combining, and the grid of its combinations. */
@NullMarked
package org.archirender.variant.config;

import org.jspecify.annotations.NullMarked;
