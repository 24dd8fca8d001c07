/** Streams, colours, progress, exit codes. */
@NullMarked
package org.archirender.cli.console;

import org.jspecify.annotations.NullMarked;
