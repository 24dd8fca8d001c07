/** YAML as nodes that remember where they stand: scalars stay text, order and duplicates stay as written. */
@NullMarked
package org.archirender.yaml;

import org.jspecify.annotations.NullMarked;
