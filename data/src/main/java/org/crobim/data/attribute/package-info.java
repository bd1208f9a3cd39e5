/** Measures what an object looks like, from its pixels or its corners, for sentences about colour, shape and orientation. */
@NullMarked
package org.crobim.data.attribute;

import org.jspecify.annotations.NullMarked;
