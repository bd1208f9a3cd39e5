package org.crobim.model.fused;

import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.ShapeException;
import org.crobim.model.tensor.Tensors;

/**
 * Encoded sentences, one for each image.
 *
 * @param rows (B, T, d_t); padded rows may hold anything
 * @param keep (B, T) bool, true for real word pieces
 */
public record Words(Tensor rows, Tensor keep) {
    /** Checks that both parts speak of the same words. */
    public Words {
        if (rows.dim() != 3 || keep.dim() != 2 || rows.size(0) != keep.size(0) || rows.size(1) != keep.size(1)) {
            throw new ShapeException("words: rows %s and keep %s, expected (B, T, d_t) and (B, T)"
                    .formatted(Arrays.toString(Tensors.shape(rows)), Arrays.toString(Tensors.shape(keep))));
        }
    }

    /** 1 for a real word, 0 for padding: (B, T, 1) in the dtype of the rows. */
    public Tensor weights() {
        return keep.to(rows.scalar_type()).unsqueeze(-1);
    }

    /** Added to the scores of attention over words: (B, 1, 1, T) in the dtype of the rows. */
    public Tensor additiveMask() {
        return Ops.additiveMask(keep, rows.scalar_type());
    }
}
