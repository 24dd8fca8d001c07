/** What is told of a run, in each of the formats. */
@NullMarked
package org.archirender.cli.report;

import org.jspecify.annotations.NullMarked;
