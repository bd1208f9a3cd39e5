/**
 * Layers that more than one network uses. Feature maps are (B, H, W, C) throughout: channels last is the fast layout.
 *
 * <p>A {@link org.crobim.model.nn.Layer} owns its parameters; names follow the published checkpoints.
 */
@NullMarked
package org.crobim.model.nn;

import org.jspecify.annotations.NullMarked;
