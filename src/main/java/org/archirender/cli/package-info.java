/** Commands, exit codes and the console. Decides nothing about the output; the only place that catches broadly. */
@NullMarked
package org.archirender.cli;

import org.jspecify.annotations.NullMarked;
