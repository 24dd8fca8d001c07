/**
 * What conda's words mean: platforms, the order of versions, the versions that conda-build assumes, and where things
 * lie in a feedstock.
 */
@NullMarked
package org.archirender.conda;

import org.jspecify.annotations.NullMarked;
