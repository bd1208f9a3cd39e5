/** One painter per family of objects; local frames are metres with x forward, turned into pixels by a pose. */
@NullMarked
package org.crobim.data.render.painter;

import org.jspecify.annotations.NullMarked;
