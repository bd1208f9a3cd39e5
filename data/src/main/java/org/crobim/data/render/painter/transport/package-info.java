/** Painters of airports, stations, helicopters and what belongs to roads; local frames as in the package above. */
@NullMarked
package org.crobim.data.render.painter.transport;

import org.jspecify.annotations.NullMarked;
