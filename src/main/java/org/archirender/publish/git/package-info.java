/** Git: remotes, access to them, trees, and what goes wrong there. */
@NullMarked
package org.archirender.publish.git;

import org.jspecify.annotations.NullMarked;
