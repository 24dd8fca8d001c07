/** Recipe templates: text with Jinja tags to a tree, and the tree to text, lenient about undefined names as conda-build is. */
@NullMarked
package org.archirender.jinja;

import org.jspecify.annotations.NullMarked;
