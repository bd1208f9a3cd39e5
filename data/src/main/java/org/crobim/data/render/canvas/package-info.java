/** What painters draw on: colours, ground materials with texture, pixel ownership, occupied plots, and the sensor. */
@NullMarked
package org.crobim.data.render.canvas;

import org.jspecify.annotations.NullMarked;
