/** What {@code crobim evaluate} adds to the evaluation itself: opening the data set that the user named, and the table. */
@NullMarked
package org.crobim.app.evaluation;

import org.jspecify.annotations.NullMarked;
