/**
 * Checkpoints of other projects as networks of ours know them.
 *
 * <pre>
 * CheckpointFiles.open      any file, by its first bytes               -> WeightsSource, names as in the file
 * NetworkKind.of            what it seems to be
 * CheckpointReading.map     renamed, left out and resized by the rules -> MappedWeights, our names
 * Conversion                compared with an empty network of that shape, then written as safetensors
 * PretrainedParts           the same into a part of a network that is to be trained
 * </pre>
 *
 * <p>Rules are those of the projects' own loaders; each class says which. What a rule leaves out is listed, and nothing else may
 * be missing, unexpected or of another shape unless it is asked for.
 */
@NullMarked
package org.crobim.model.weights.convert;

import org.jspecify.annotations.NullMarked;
