/** Runs of commands over many packages, several at a time. */
@NullMarked
package org.archirender.cli.run;

import org.jspecify.annotations.NullMarked;
