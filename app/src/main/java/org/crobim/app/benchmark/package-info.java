/** The outcome of {@code crobim bench}, for people and for programs. */
@NullMarked
package org.crobim.app.benchmark;

import org.jspecify.annotations.NullMarked;
