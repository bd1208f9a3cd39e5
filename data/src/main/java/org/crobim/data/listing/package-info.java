/** Lists of samples as files, and what all data sets with such lists must check. */
@NullMarked
package org.crobim.data.listing;

import org.jspecify.annotations.NullMarked;
