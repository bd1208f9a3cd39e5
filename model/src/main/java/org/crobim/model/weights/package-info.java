/**
 * Weights on disk: safetensors with the whole configuration in their metadata.
 */
@NullMarked
package org.crobim.model.weights;

import org.jspecify.annotations.NullMarked;
