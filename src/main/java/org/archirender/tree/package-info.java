/** A feedstock as a value: paths to bytes and an executable bit, and what differs between two of them. */
@NullMarked
package org.archirender.tree;

import org.jspecify.annotations.NullMarked;
