/** Painters of golf fields, soccer fields, stadiums and pools; local frames as in the package above. */
@NullMarked
package org.crobim.data.render.painter.leisure;

import org.jspecify.annotations.NullMarked;
