/** GitHub's REST interface: limits, forks, pull requests, checks. */
@NullMarked
package org.archirender.publish.github;

import org.jspecify.annotations.NullMarked;
