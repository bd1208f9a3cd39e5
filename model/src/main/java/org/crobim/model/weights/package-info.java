/**
 * Weights on disk: one interface over all formats, safetensors, and loading a file into a layer by name.
 *
 * <p>PyTorch checkpoints are read by {@code weights.torch}, names of others become ours in {@code weights.convert}.
 */
@NullMarked
package org.crobim.model.weights;

import org.jspecify.annotations.NullMarked;
