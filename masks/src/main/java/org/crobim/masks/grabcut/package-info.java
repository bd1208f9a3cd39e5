/** Masks from boxes by GrabCut (Rother, Kolmogorov, Blake 2004) as OpenCV implements it. */
@NullMarked
package org.crobim.masks.grabcut;

import org.jspecify.annotations.NullMarked;
