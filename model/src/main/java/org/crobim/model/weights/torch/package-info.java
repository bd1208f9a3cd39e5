/**
 * PyTorch checkpoints ({@code .pth}, {@code .pt}, {@code .bin}) as {@link org.crobim.model.weights.WeightsSource}.
 *
 * <p>Two containers are read, each with the same kind of pickle inside:
 *
 * <pre>
 * zip     PyTorch 1.6 and later   PREFIX/data.pkl, PREFIX/data/KEY, PREFIX/byteorder; TorchArchive
 * legacy  before                  magic, protocol, system, the pickle, keys, storages;  LegacyCheckpoint
 * </pre>
 *
 * <p>Nothing of the pickle is run. {@link org.crobim.model.weights.torch.TorchGlobals} lists the Python names that may
 * occur and the plain values that stand for them: a tensor becomes a {@link org.crobim.model.weights.torch.TorchTensor}, a
 * view onto a {@link org.crobim.model.weights.torch.TorchStorage}, whose bytes stay in the file until they are asked for.
 */
@NullMarked
package org.crobim.model.weights.torch;

import org.jspecify.annotations.NullMarked;
