/** Options and outputs of commands that write features. */
@NullMarked
package org.crobim.app.vector;

import org.jspecify.annotations.NullMarked;
