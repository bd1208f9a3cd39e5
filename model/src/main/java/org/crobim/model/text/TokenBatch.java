package org.crobim.model.text;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.tensor.ShapeException;
import org.crobim.model.tensor.Tensors;

/**
 * Sentences of one forward pass, padded to the longest.
 *
 * @param ids (Q, T) int64, 0 where padded
 * @param keep (Q, T) bool, true for real word pieces
 */
public record TokenBatch(Tensor ids, Tensor keep) {
    /** Checks that both parts have one shape. */
    public TokenBatch {
        if (ids.dim() != 2 || keep.dim() != 2 || ids.size(0) != keep.size(0) || ids.size(1) != keep.size(1)) {
            throw new ShapeException("token batch: ids %s and keep %s, expected (Q, T) twice"
                    .formatted(Arrays.toString(Tensors.shape(ids)), Arrays.toString(Tensors.shape(keep))));
        }
    }

    /**
     * Pads sentences to the longest of them.
     *
     * @param sentences Q encodings, at least one
     * @return on the CPU, owned by the innermost scope
     */
    public static TokenBatch of(List<Encoding> sentences) {
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("a token batch needs at least one sentence");
        }
        int rows = sentences.size();
        int columns = sentences.stream().mapToInt(Encoding::length).max().orElseThrow();
        long[] ids = new long[rows * columns];
        boolean[] keep = new boolean[rows * columns];
        for (int row = 0; row < rows; row++) {
            int[] sentence = sentences.get(row).ids();
            for (int i = 0; i < sentence.length; i++) {
                ids[row * columns + i] = sentence[i];
                keep[row * columns + i] = true;
            }
        }
        return new TokenBatch(Tensors.longs(ids, rows, columns), Tensors.booleans(keep, rows, columns));
    }

    /** The same batch on another device, owned by the innermost scope. */
    public TokenBatch to(Device device) {
        return new TokenBatch(ids.to(device, ScalarType.Long), keep.to(device, ScalarType.Bool));
    }
}
