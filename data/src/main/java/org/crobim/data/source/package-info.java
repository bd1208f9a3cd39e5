/** The formats of annotated images that are known by name. */
@NullMarked
package org.crobim.data.source;

import org.jspecify.annotations.NullMarked;
