/** The files below .ci_support: splitting, names, and YAML as PyYAML writes it. */
@NullMarked
package org.archirender.variant.file;

import org.jspecify.annotations.NullMarked;
