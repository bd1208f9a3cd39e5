package org.crobim.model.crobim.lgfa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Convolution;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.Linear;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.ShapeException;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.vision.FeaturePyramid;

/**
 * LGFA: words guide the aggregation of image features from the coarsest stage to the finest.
 *
 * <p>Each stage lets pixels gather words ({@link PixelWordAttention}), blends the result with the deeper one ({@link
 * MultiScaleAttentionFusion}) and brings back what language passed over ({@link AttentionDeficitCompensation}). Wiring as
 * in the paper's flowchart; formulas are our reconstruction, see ARCHITECTURE.md#crobim.
 */
public final class LanguageGuidedFeatureAggregation extends Layer {
    private static final int COARSEST = 4;

    private final int finestStage;
    private final List<Stage> stages = new ArrayList<>();
    private final Convolution smooth;
    private final Linear mix;

    /**
     * @param width d
     * @param textWidth d_t
     * @param heads divides d
     * @param finestStage last stage of the descent: 1 in the base presets, 2 in the small ones
     * @param compensation variant of the deficit compensation
     * @param coordinates whether pixels are told where they lie
     */
    public record Shape(
            int width, int textWidth, int heads, int finestStage, Compensation compensation, boolean coordinates) {}

    /**
     * @param channels of the four image stages
     */
    public LanguageGuidedFeatureAggregation(Shape shape, List<Integer> channels, Initializer init) {
        finestStage = shape.finestStage();
        for (int l = COARSEST; l >= finestStage; l--) {
            stages.add(child("stage." + l, new Stage(shape, channels.get(l - 1), l < COARSEST, init)));
        }
        smooth = child("smooth", Convolution.depthwise(shape.width(), 3, init));
        mix = child("mix", new Linear(shape.width(), shape.width(), init));
    }

    /**
     * What LGFA needs of an image and no expression changes; coarsest stage first.
     *
     * @param pixels X_l (B, h, w, d)
     * @param queries Q(X_l) (B, h, w, d)
     */
    public record ImagePart(List<Tensor> pixels, List<Tensor> queries) {
        /** Copies the lists. */
        public ImagePart {
            pixels = List.copyOf(pixels);
            queries = List.copyOf(queries);
        }
    }

    /**
     * Projects the stages of an image.
     *
     * @param pyramid V_1 .. V_4
     */
    public ImagePart project(FeaturePyramid pyramid) {
        List<Tensor> pixels = new ArrayList<>();
        List<Tensor> queries = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            Tensor x = stage.projection.forward(pyramid.stage(COARSEST - i));
            pixels.add(x);
            queries.add(stage.interaction.queries(x));
        }
        return new ImagePart(pixels, queries);
    }

    /**
     * Aggregates the stages under the guidance of a sentence.
     *
     * @param image of each question (Q, h, w, d)
     * @param words L_plain (Q, T, d_t); padded rows may hold anything
     * @param wordMask additive (Q, 1, 1, T)
     * @return F at the stride of the finest stage, owned by the innermost scope
     * @throws ShapeException if image and words disagree in Q
     */
    public AggregatedFeatures forward(ImagePart image, Tensor words, Tensor wordMask) {
        if (image.pixels().get(0).size(0) != words.size(0)) {
            throw new ShapeException("LGFA: %d images and %d sentences, expected one image for each sentence"
                    .formatted(image.pixels().get(0).size(0), words.size(0)));
        }
        Tensor deep = stages.get(0).forward(image, 0, new Guidance(words, wordMask, Optional.empty()));
        for (int i = 1; i < stages.size(); i++) {
            deep = stages.get(i).forward(image, i, new Guidance(words, wordMask, Optional.of(deep)));
        }
        return new AggregatedFeatures(smooth.forward(deep), mix);
    }

    /** Stride in pixels of the result. */
    public int stride() {
        return 2 << finestStage;
    }

    /** What a stage is guided by: words, their mask, and the result of the deeper stage, which the deepest lacks. */
    private record Guidance(Tensor words, Tensor wordMask, Optional<Tensor> deep) {}

    private static final class Stage extends Layer {
        private final StageProjection projection;
        private final PixelWordAttention interaction;
        private final Optional<MultiScaleAttentionFusion> fusion;
        private final AttentionDeficitCompensation compensation;

        Stage(Shape shape, int channels, boolean hasDeeper, Initializer init) {
            int width = shape.width();
            projection = child("projection", new StageProjection(channels, width, shape.coordinates(), init));
            interaction = child("interaction", new PixelWordAttention(width, shape.textWidth(), shape.heads(), init));
            fusion = hasDeeper
                    ? Optional.of(child("fusion", new MultiScaleAttentionFusion(width, init)))
                    : Optional.empty();
            compensation = child("compensation", AttentionDeficitCompensation.of(shape.compensation(), width, init));
        }

        Tensor forward(ImagePart image, int index, Guidance guidance) {
            Tensor pixels = image.pixels().get(index);
            Tensor attended = interaction
                    .forward(
                            pixels.flatten(1, 2),
                            image.queries().get(index).flatten(1, 2),
                            guidance.words(),
                            guidance.wordMask())
                    .reshape(Tensors.shape(pixels));
            Tensor fused = fusion.isPresent()
                    ? fusion.get()
                            .forward(attended, like(pixels, guidance.deep().orElseThrow()))
                    : attended;
            return compensation.forward(pixels, fused);
        }

        private static Tensor like(Tensor pixels, Tensor deep) {
            return Ops.resizeBilinear(deep, pixels.size(1), pixels.size(2));
        }
    }
}
