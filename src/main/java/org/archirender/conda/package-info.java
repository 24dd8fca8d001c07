/** What conda's words mean: platforms, the order of versions, the versions that conda-build assumes. */
@NullMarked
package org.archirender.conda;

import org.jspecify.annotations.NullMarked;
