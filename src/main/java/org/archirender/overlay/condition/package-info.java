/** Conditions of rules: reading them, and whether one holds for a recipe. */
@NullMarked
package org.archirender.overlay.condition;

import org.jspecify.annotations.NullMarked;
