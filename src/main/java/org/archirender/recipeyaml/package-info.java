/** What a recipe.yaml comes to for one variant: its packages and the variant keys that each uses. */
@NullMarked
package org.archirender.recipeyaml;

import org.jspecify.annotations.NullMarked;
