/** How far a long task has come: a bar on a terminal, dated lines in a log, or nothing. */
@NullMarked
package org.crobim.core.progress;

import org.jspecify.annotations.NullMarked;
