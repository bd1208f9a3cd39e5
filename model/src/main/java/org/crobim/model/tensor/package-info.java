/**
 * The seam to libtorch: loading, scopes for native memory, conversions, counted operators, mixed precision.
 *
 * <p>Every pitfall of the binding is solved here once. The rest of the module uses
 * {@link org.bytedeco.pytorch.Tensor} freely, but creates tensors only through {@link org.crobim.model.tensor.Tensors},
 * multiplies only through {@link org.crobim.model.tensor.Ops}, and frees only through
 * {@link org.crobim.model.tensor.NativeScope}.
 *
 * <p>Letters in shapes: B batch, H height, W width, C channels, N pixels (H * W), T word pieces, h heads, d width.
 */
@NullMarked
package org.crobim.model.tensor;

import org.jspecify.annotations.NullMarked;
