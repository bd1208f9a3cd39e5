/** Where pixels lie on the ground: the affine transform of the grid and its coordinate reference system. */
@NullMarked
package org.crobim.geo.frame;

import org.jspecify.annotations.NullMarked;
