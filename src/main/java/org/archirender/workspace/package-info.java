/** The disk: where a workspace's inputs lie, reading trees without leaving them, writing them whole or not at all. */
@NullMarked
package org.archirender.workspace;

import org.jspecify.annotations.NullMarked;
