package org.crobim.model.crobim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.crobim.lgfa.LanguageGuidedFeatureAggregation.ImagePart;
import org.crobim.model.referring.ImageEncoding;
import org.crobim.model.tensor.NativeScope;
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
        FeaturePyramid pyramid, ImagePart aggregation, Optional<Tensor> prompts, Optional<Tensor> detail)
        implements ImageEncoding {
    /**
     * The encoding of this kind of network.
     *
     * @throws IllegalArgumentException if another kind of network made it
     */
    static EncodedImages of(ImageEncoding images) {
        if (images instanceof EncodedImages own) {
            return own;
        }
        throw new IllegalArgumentException(
                "images are " + images.getClass().getSimpleName() + ", expected those that CroBIM encoded");
    }

    @Override
    public long count() {
        return pyramid.stage(1).size(0);
    }

    @Override
    public EncodedImages keep() {
        tensors().forEach(NativeScope::keep);
        return this;
    }

    @Override
    public void release() {
        tensors().forEach(NativeScope::release);
    }

    @Override
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
        return tensors.stream()
                .map(tensor -> ImageEncoding.repeat(tensor, imageOf))
                .toList();
    }
}
