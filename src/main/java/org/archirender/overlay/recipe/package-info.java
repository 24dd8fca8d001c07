/** Edits of meta.yaml and recipe.yaml by their structure. */
@NullMarked
package org.archirender.overlay.recipe;

import org.jspecify.annotations.NullMarked;
