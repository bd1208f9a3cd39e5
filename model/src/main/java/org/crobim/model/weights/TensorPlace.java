package org.crobim.model.weights;

/**
 * Where a tensor lies in a safetensors file.
 *
 * @param tensor dtype and shape
 * @param begin first byte after the header
 * @param end byte behind the last
 */
record TensorPlace(StoredTensor tensor, long begin, long end) {}
