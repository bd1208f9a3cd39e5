/** Images as eight-bit RGB arrays: reading every usual file, resizing, writing. */
@NullMarked
package org.crobim.core.image;

import org.jspecify.annotations.NullMarked;
