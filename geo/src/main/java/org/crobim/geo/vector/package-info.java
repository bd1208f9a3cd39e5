/**
 * From masks to polygons.
 *
 * <p>{@link org.crobim.geo.vector.Polygonizer} follows the border between set and unset pixels along the pixel lattice,
 * row by row; simplification takes the stairs away. Up to here every geometry lies in the
 * pixel frame: x is the column, y the row, downwards, both counted in edges, so that pixel (0, 0) is the square from (0, 0)
 * to (1, 1). A {@link org.crobim.geo.vector.FeatureSet} says where that frame lies on the ground.
 */
@NullMarked
package org.crobim.geo.vector;

import org.jspecify.annotations.NullMarked;
