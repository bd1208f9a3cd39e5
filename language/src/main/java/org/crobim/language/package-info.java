/** Object categories, described scenes and the sentences that refer to one object of a scene. */
@NullMarked
package org.crobim.language;

import org.jspecify.annotations.NullMarked;
