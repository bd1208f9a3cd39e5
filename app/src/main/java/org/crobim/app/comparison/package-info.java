/** What {@code crobim benchmark} does: cells trained and judged one after the other, tables written after each. */
@NullMarked
package org.crobim.app.comparison;

import org.jspecify.annotations.NullMarked;
