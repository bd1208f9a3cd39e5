/**
 * Nicer outlines from those of the pixel lattice: without stairs, with right angles, and as valid as before.
 *
 * <p>All geometries lie in the pixel frame.
 */
@NullMarked
package org.crobim.geo.outline;

import org.jspecify.annotations.NullMarked;
