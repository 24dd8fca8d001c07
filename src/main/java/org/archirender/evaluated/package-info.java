/** What a meta.yaml evaluates to: selectors, Jinja with conda-build's functions, and the values of its YAML. */
@NullMarked
package org.archirender.evaluated;

import org.jspecify.annotations.NullMarked;
