/** A recipe as text with structure: where its keys, items, selectors and Jinja blocks stand, and what they evaluate to. */
@NullMarked
package org.archirender.recipe;

import org.jspecify.annotations.NullMarked;
