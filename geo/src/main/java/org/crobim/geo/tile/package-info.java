/** How a scene is cut into overlapping tiles, and what that will cost. */
@NullMarked
package org.crobim.geo.tile;

import org.jspecify.annotations.NullMarked;
