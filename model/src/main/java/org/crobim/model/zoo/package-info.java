/** All networks of this project by name: presets, and weights files whatever network they hold. */
@NullMarked
package org.crobim.model.zoo;

import org.jspecify.annotations.NullMarked;
