package org.crobim.model.referring;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.tensor.Tensors;

/** What a network keeps of images before any sentence; means something to the network that made it only. */
public interface ImageEncoding {
    /** Number of images, B. */
    long count();

    /**
     * Lets all tensors outlive their scope; release with {@link #release()}.
     *
     * @return the same encoding
     */
    ImageEncoding keep();

    /** Releases tensors that were kept. */
    void release();

    /** Bytes of all tensors. */
    long bytes();

    /** All tensors by name, for {@link ReferringNetwork#restore}; none where storing them would save no work. */
    default Map<String, Tensor> named() {
        return Map.of();
    }

    /**
     * Rows of a per-image tensor, one for each question.
     *
     * @param tensor (B, ...)
     * @param imageOf image of each question
     * @return (Q, ...)
     */
    static Tensor repeat(Tensor tensor, int[] imageOf) {
        int images = Math.toIntExact(tensor.size(0));
        int each = imageOf.length / images;
        boolean even = imageOf.length == images * each
                && IntStream.range(0, imageOf.length).allMatch(q -> imageOf[q] == q / each);
        if (!even) {
            long[] rows = Arrays.stream(imageOf).asLongStream().toArray();
            return tensor.index_select(0, Tensors.longs(rows, rows.length).to(tensor.device(), ScalarType.Long));
        }
        if (each == 1) {
            return tensor;
        }
        // A view whose gradient is a sum, much cheaper than gathering and scattering rows.
        long[] shape = Tensors.shape(tensor);
        long[] wide = new long[shape.length + 1];
        wide[0] = images;
        wide[1] = each;
        System.arraycopy(shape, 1, wide, 2, shape.length - 1);
        shape[0] = imageOf.length;
        return tensor.unsqueeze(1).expand(wide).reshape(shape);
    }
}
