/** What is right by the letter and most likely wrong all the same. */
@NullMarked
package org.archirender.overlay.lint;

import org.jspecify.annotations.NullMarked;
