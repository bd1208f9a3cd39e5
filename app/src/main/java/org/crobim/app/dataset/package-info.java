/** What the commands of {@code crobim dataset} print and draw. */
@NullMarked
package org.crobim.app.dataset;

import org.jspecify.annotations.NullMarked;
