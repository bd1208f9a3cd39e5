/** Objects of a scene: connected parts of its mask, found row by row, so that no tile border cuts them. */
@NullMarked
package org.crobim.geo.instance;

import org.jspecify.annotations.NullMarked;
