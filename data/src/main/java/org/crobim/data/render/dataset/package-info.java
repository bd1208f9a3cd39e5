/** Drawn scenes as a source of data sets, and the compositions that such a set keeps for testing. */
@NullMarked
package org.crobim.data.render.dataset;

import org.jspecify.annotations.NullMarked;
