/** What {@code crobim train} puts together: recipe, data, validation and run folder. */
@NullMarked
package org.crobim.app.training;

import org.jspecify.annotations.NullMarked;
