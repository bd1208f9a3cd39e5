/** The commands below {@code crobim weights}. */
@NullMarked
package org.crobim.app.command.weights;

import org.jspecify.annotations.NullMarked;
