package org.crobim.model.crobim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Convolution;
import org.crobim.model.nn.FeedForward;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.LayerNorm;
import org.crobim.model.nn.Linear;
import org.crobim.model.nn.MultiHeadAttention;
import org.crobim.model.nn.PixelCoordinates;
import org.crobim.model.tensor.Ops;

/**
 * MID: language and vision refine each other, layer by layer.
 *
 * <p>"Language-to-vision alignment" lets language rows attend to pixels, "vision-to-language alignment" lets pixels
 * attend to the aligned rows; then F is added again. Pixels and rows only ever attend across, so the cost grows linearly
 * with pixels. Wiring as in the paper's flowchart; formulas are our reconstruction, see ARCHITECTURE.md#crobim.
 */
public final class MutualInteractionDecoder extends Layer {
    private final Linear language;
    private final List<Alignment> layers = new ArrayList<>();
    private final int width;

    /**
     * @param layers N, at least 1
     * @param width d, divisible by 4
     * @param textWidth d_t
     * @param heads divides d
     * @param expansion width of the pixels' perceptron over d
     * @param direction which of the two alignments take part
     */
    public record Shape(int layers, int width, int textWidth, int heads, int expansion, Direction direction) {}

    /** Which alignments a layer has; the one-way variants are ablations. */
    public enum Direction {
        /** Both, as in the paper. */
        MUTUAL,
        /** Language rows attend to pixels; pixels stay as LGFA left them. */
        LANGUAGE_ONLY,
        /** Pixels attend to language rows; the rows stay as the text encoder left them. */
        VISION_ONLY
    }

    /**
     * Language and vision after a layer.
     *
     * @param language Lg (Q, M, d)
     * @param vision Vg (Q, n, d)
     */
    public record State(Tensor language, Tensor vision) {}

    /** A decoder with fresh weights. */
    public MutualInteractionDecoder(Shape shape, Initializer init) {
        width = shape.width();
        language = child("language", new Linear(shape.textWidth(), width, init));
        for (int i = 0; i < shape.layers(); i++) {
            layers.add(child("layers." + i, new Alignment(shape, init)));
        }
    }

    /**
     * Runs all layers.
     *
     * @param features F8 (Q, h, w, d), F at stride 8
     * @param rows L_prompt (Q, M, d_t): words, then prompts; padded words may hold anything
     * @param rowMask additive (Q, 1, 1, M)
     * @return the last state, n = h * w, owned by the innermost scope
     */
    public State forward(Tensor features, Tensor rows, Tensor rowMask) {
        Grid grid = new Grid(features.size(1), features.size(2), Optional.of(rowMask));
        Tensor positions = PixelCoordinates.sines(grid.height(), grid.width(), width, features);
        Tensor flat = features.flatten(1, 2);
        State state = new State(language.forward(rows), flat);
        for (Alignment layer : layers) {
            state = layer.forward(state, new Anchor(flat, positions), grid);
        }
        return state;
    }

    /** Size of the map and which rows may be seen. */
    private record Grid(long height, long width, Optional<Tensor> rowMask) {}

    /** What every layer returns to: F8 (Q, n, d), and the places of its pixels (n, d). */
    private record Anchor(Tensor features, Tensor positions) {}

    /** One layer of the stack. */
    private static final class Alignment extends Layer {
        private final Optional<LanguageSide> languageSide;
        private final Optional<VisionSide> visionSide;

        Alignment(Shape shape, Initializer init) {
            languageSide = shape.direction() == Direction.VISION_ONLY
                    ? Optional.empty()
                    : Optional.of(child("language", new LanguageSide(shape, init)));
            visionSide = shape.direction() == Direction.LANGUAGE_ONLY
                    ? Optional.empty()
                    : Optional.of(child("vision", new VisionSide(shape, init)));
        }

        State forward(State state, Anchor anchor, Grid grid) {
            Tensor language =
                    languageSide.isPresent() ? languageSide.get().forward(state, anchor, grid) : state.language();
            Tensor vision = visionSide.isPresent()
                    ? visionSide.get().forward(new State(language, state.vision()), anchor, grid)
                    : state.vision();
            return new State(language, vision);
        }
    }

    /** Language-to-vision alignment. */
    private static final class LanguageSide extends Layer {
        private final MultiHeadAttention cross;
        private final LayerNorm crossNorm;
        private final MultiHeadAttention self;
        private final LayerNorm selfNorm;
        private final FeedForward feedForward;
        private final LayerNorm feedForwardNorm;

        LanguageSide(Shape shape, Initializer init) {
            int width = shape.width();
            cross = child("cross", new MultiHeadAttention(width, shape.heads(), init));
            crossNorm = child("cross_norm", new LayerNorm(width, init));
            self = child("self", new MultiHeadAttention(width, shape.heads(), init));
            selfNorm = child("self_norm", new LayerNorm(width, init));
            feedForward = child("feed_forward", new FeedForward(width, 4L * width, width, init));
            feedForwardNorm = child("feed_forward_norm", new LayerNorm(width, init));
        }

        Tensor forward(State state, Anchor anchor, Grid grid) {
            Tensor vision = state.vision();
            Tensor keys = vision.add(anchor.positions());
            Tensor rows = state.language();
            rows = crossNorm.forward(rows.add(cross.forward(rows, keys, vision, Optional.empty())));
            rows = selfNorm.forward(rows.add(self.forward(rows, rows, rows, grid.rowMask())));
            return feedForwardNorm.forward(rows.add(feedForward.forward(rows)));
        }
    }

    /** Vision-to-language alignment, then F again. */
    private static final class VisionSide extends Layer {
        private final MultiHeadAttention cross;
        private final LayerNorm crossNorm;
        private final Linear expand;
        private final Convolution local;
        private final Linear reduce;
        private final LayerNorm feedForwardNorm;
        private final LayerNorm outputNorm;

        VisionSide(Shape shape, Initializer init) {
            int width = shape.width();
            long hidden = (long) shape.expansion() * width;
            cross = child("cross", new MultiHeadAttention(width, shape.heads(), init));
            crossNorm = child("cross_norm", new LayerNorm(width, init));
            expand = child("expand", new Linear(width, hidden, init));
            local = child("local", Convolution.depthwise(hidden, 3, init));
            reduce = child("reduce", new Linear(hidden, width, init));
            feedForwardNorm = child("feed_forward_norm", new LayerNorm(width, init));
            outputNorm = child("output_norm", new LayerNorm(width, init));
        }

        Tensor forward(State state, Anchor anchor, Grid grid) {
            Tensor rows = state.language();
            Tensor queries = state.vision().add(anchor.positions());
            Tensor vision = crossNorm.forward(state.vision().add(cross.forward(queries, rows, rows, grid.rowMask())));
            vision = feedForwardNorm.forward(vision.add(perceptron(vision, grid)));
            return outputNorm.forward(vision.add(anchor.features()));
        }

        private Tensor perceptron(Tensor vision, Grid grid) {
            Tensor hidden = expand.forward(vision).reshape(vision.size(0), grid.height(), grid.width(), -1);
            return reduce.forward(Ops.gelu(local.forward(hidden).flatten(1, 2)));
        }
    }
}
