/** The folder layout of RISBench: reading it, and writing any referring data set in it. */
@NullMarked
package org.crobim.data.risbench;

import org.jspecify.annotations.NullMarked;
