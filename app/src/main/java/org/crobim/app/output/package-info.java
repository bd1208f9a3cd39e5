/** Output folders whose files appear together or not at all. */
@NullMarked
package org.crobim.app.output;

import org.jspecify.annotations.NullMarked;
