/** CFEP-9 migrations: which of them apply, and what they make of a configuration. */
@NullMarked
package org.archirender.variant.migration;

import org.jspecify.annotations.NullMarked;
