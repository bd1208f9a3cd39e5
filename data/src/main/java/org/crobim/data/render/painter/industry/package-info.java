/** Painters of chimneys, cranes, dams and windmills; local frames as in the package above. */
@NullMarked
package org.crobim.data.render.painter.industry;

import org.jspecify.annotations.NullMarked;
