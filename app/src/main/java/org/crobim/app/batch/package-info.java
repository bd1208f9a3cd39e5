/** {@code crobim batch}: many images, what became of each, and going on after an interruption. */
@NullMarked
package org.crobim.app.batch;

import org.jspecify.annotations.NullMarked;
