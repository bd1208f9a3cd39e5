/** Names of places, directions and ranks in an image; what counts as lying there is ruled in {@code org.crobim.language.rules}. */
@NullMarked
package org.crobim.language.place;

import org.jspecify.annotations.NullMarked;
