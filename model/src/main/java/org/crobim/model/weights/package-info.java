/**
 * Weights on disk: the safetensors format, and loading a file into a layer by name.
 */
@NullMarked
package org.crobim.model.weights;

import org.jspecify.annotations.NullMarked;
