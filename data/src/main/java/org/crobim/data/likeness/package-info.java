/**
 * Whether two images are equal or look alike, from some hundred bits of each: {@link
 * org.crobim.data.likeness.ImageFingerprint} tells, {@link org.crobim.data.likeness.LikenessIndex} finds.
 */
@NullMarked
package org.crobim.data.likeness;

import org.jspecify.annotations.NullMarked;
