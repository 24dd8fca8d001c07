/** What went wrong, where, what to do about it, and who has to: the error families that every room throws. */
@NullMarked
package org.archirender.problem;

import org.jspecify.annotations.NullMarked;
