/** {@code segment} on scenes: their options, their results, and what a run writes. */
@NullMarked
package org.crobim.app.scene;

import org.jspecify.annotations.NullMarked;
