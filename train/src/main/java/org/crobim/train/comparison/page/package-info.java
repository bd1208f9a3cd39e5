/** A comparison on paper: its tables as Markdown, LaTeX, HTML and CSV, and sheets of pictures. */
@NullMarked
package org.crobim.train.comparison.page;

import org.jspecify.annotations.NullMarked;
