/** Annotation files in JSON, read as a stream so that a million annotations need no memory and every error has its line. */
@NullMarked
package org.crobim.data.json;

import org.jspecify.annotations.NullMarked;
