/** The words that all edits share: an edit, how one ended, where one goes. */
@NullMarked
package org.archirender.overlay.edit;

import org.jspecify.annotations.NullMarked;
