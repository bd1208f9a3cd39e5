/** The programs of GDAL, which are used where they are installed and missed with an advice where not. */
@NullMarked
package org.crobim.geo.gdal;

import org.jspecify.annotations.NullMarked;
