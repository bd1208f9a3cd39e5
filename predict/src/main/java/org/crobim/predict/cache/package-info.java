/** Encoded images kept for later questions: in native memory first, then on disk, never more than was allowed. */
@NullMarked
package org.crobim.predict.cache;

import org.jspecify.annotations.NullMarked;
