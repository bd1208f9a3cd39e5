/** The referring data sets of the field in the layouts in which they are published, under one roof. */
@NullMarked
package org.crobim.data.published;

import org.jspecify.annotations.NullMarked;
