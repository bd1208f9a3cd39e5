/** Plane geometry in the pixel frame: x to the right, y down, pixel (i, j) covers [i, i+1) x [j, j+1). */
@NullMarked
package org.crobim.core.geometry;

import org.jspecify.annotations.NullMarked;
