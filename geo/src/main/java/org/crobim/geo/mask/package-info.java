/** Binary and probability rasters of whole scenes, read by rows. */
@NullMarked
package org.crobim.geo.mask;

import org.jspecify.annotations.NullMarked;
