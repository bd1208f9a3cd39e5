/** Draws sentences for a scene: all that can truly be said of one object, a mix of kinds, and sentences that fit nothing. */
@NullMarked
package org.crobim.language.generate;

import org.jspecify.annotations.NullMarked;
