/** Output files that are either the old content or the new one, never half of it. */
@NullMarked
package org.crobim.core.file;

import org.jspecify.annotations.NullMarked;
