package org.crobim.model.crobim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final String PYRAMID = "pyramid.";
    private static final String PIXELS = "pixels.";
    private static final String QUERIES = "queries.";
    private static final String PROMPTS = "prompts.";
    private static final String DETAIL = "detail.";

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

    @Override
    public Map<String, Tensor> named() {
        Map<String, Tensor> named = new LinkedHashMap<>();
        put(named, PYRAMID, pyramid.stages());
        put(named, PIXELS, aggregation.pixels());
        put(named, QUERIES, aggregation.queries());
        put(named, PROMPTS, prompts.stream().toList());
        put(named, DETAIL, detail.stream().toList());
        return named;
    }

    /**
     * The encoding of these tensors.
     *
     * @param tensors as {@link #named()} gave them
     * @throws IllegalArgumentException if a stage is missing
     */
    static EncodedImages ofNamed(Map<String, Tensor> tensors) {
        ImagePart aggregation = new ImagePart(list(tensors, PIXELS), list(tensors, QUERIES));
        return new EncodedImages(
                new FeaturePyramid(list(tensors, PYRAMID)),
                aggregation,
                list(tensors, PROMPTS).stream().findFirst(),
                list(tensors, DETAIL).stream().findFirst());
    }

    private static void put(Map<String, Tensor> named, String group, List<Tensor> tensors) {
        for (int i = 0; i < tensors.size(); i++) {
            named.put(group + i, tensors.get(i));
        }
    }

    private static List<Tensor> list(Map<String, Tensor> tensors, String group) {
        List<Tensor> list = new ArrayList<>();
        for (Tensor next = tensors.get(group + 0); next != null; next = tensors.get(group + list.size())) {
            list.add(next);
        }
        return list;
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
