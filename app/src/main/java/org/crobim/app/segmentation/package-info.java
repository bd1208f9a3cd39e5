/** The files that {@code crobim segment} writes, all of them or none. */
@NullMarked
package org.crobim.app.segmentation;

import org.jspecify.annotations.NullMarked;
