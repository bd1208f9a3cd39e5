package org.crobim.model.crobim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.crobim.model.crobim.lgfa.LanguageGuidedFeatureAggregation.ImagePart;
import org.crobim.model.tensor.NativeScope;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.vision.FeaturePyramid;

/**
 * Everything that CroBIM knows of images before any sentence: computed once, asked many times.
 *
 * @param pyramid V_1 .. V_4
 * @param aggregation projected stages X_l and their queries
 * @param prompts P'' (B, N_p, d_t); empty without CAPM
 * @param detail stride-4 part of the mask pixels (B, h, w, c); empty where LGFA itself reaches stride 4
 */
public record EncodedImages(
        FeaturePyramid pyramid, ImagePart aggregation, Optional<Tensor> prompts, Optional<Tensor> detail) {
    /** Number of images. */
    public long count() {
        return pyramid.stage(1).size(0);
    }

    /** Lets all tensors outlive their scope; release with {@link #release()}. */
    public EncodedImages keep() {
        tensors().forEach(NativeScope::keep);
        return this;
    }

    /** Releases tensors that were kept. */
    public void release() {
        tensors().forEach(NativeScope::release);
    }

    /** Bytes of all tensors. */
    public long bytes() {
        return tensors().mapToLong(Tensor::nbytes).sum();
    }

    private Stream<Tensor> tensors() {
        return Stream.of(
                        pyramid.stages().stream(),
                        aggregation.pixels().stream(),
                        aggregation.queries().stream(),
                        prompts.stream(),
                        detail.stream())
                .flatMap(tensor -> tensor);
    }

    /** The image part of LGFA, one row for each question. */
    ImagePart aggregationOf(int[] imageOf) {
        return new ImagePart(repeat(aggregation.pixels(), imageOf), repeat(aggregation.queries(), imageOf));
    }

    private static List<Tensor> repeat(List<Tensor> tensors, int[] imageOf) {
        return tensors.stream().map(tensor -> repeat(tensor, imageOf)).toList();
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
