package org.crobim.model.crobim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crobim.model.nn.FeedForward;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.LayerNorm;
import org.crobim.model.nn.Linear;
import org.crobim.model.nn.MultiHeadAttention;
import org.crobim.model.tensor.Tensors;
import org.crobim.model.vision.FeaturePyramid;

/**
 * CAPM: learnable prompts look at the image before they join the sentence.
 *
 * <p>Pooled maps of all four stages are the context; the prompts attend to it and pass a perceptron. The result depends
 * on the image alone and is computed once per image. Wiring as in the paper's flowchart; sizes and formulas are our
 * reconstruction, see ARCHITECTURE.md#crobim.
 */
public final class ContextAwarePromptModulation extends Layer {
    private final List<Linear> projections = new ArrayList<>();
    private final Tensor stageEmbedding;
    private final Tensor positionEmbedding;
    private final LayerNorm contextNorm;
    private final Tensor prompts;
    private final MultiHeadAttention attention;
    private final LayerNorm attentionNorm;
    private final FeedForward feedForward;
    private final LayerNorm feedForwardNorm;
    private final int grid;

    /**
     * @param prompts N_p, number of learnable prompts, at least 1
     * @param width d_t, width of the text encoder
     * @param heads divides d_t
     * @param grid p, cells a side that each stage is pooled to
     */
    public record Shape(int prompts, int width, int heads, int grid) {}

    /**
     * @param channels of the four image stages
     */
    public ContextAwarePromptModulation(Shape shape, List<Integer> channels, Initializer init) {
        grid = shape.grid();
        int width = shape.width();
        for (int i = 0; i < channels.size(); i++) {
            projections.add(child("project." + (i + 1), new Linear(channels.get(i), width, init)));
        }
        stageEmbedding = parameter("stage_embedding", init.normal(0.02, channels.size(), 1, width));
        positionEmbedding = parameter("position_embedding", init.normal(0.02, (long) grid * grid, width));
        contextNorm = child("context_norm", new LayerNorm(width, init));
        prompts = parameter("prompts", init.normal(1, shape.prompts(), width));
        attention = child("attention", new MultiHeadAttention(width, shape.heads(), init));
        attentionNorm = child("attention_norm", new LayerNorm(width, init));
        feedForward = child("feed_forward", new FeedForward(width, 4L * width, width, init));
        feedForwardNorm = child("feed_forward_norm", new LayerNorm(width, init));
    }

    /**
     * Modulates the prompts by the image.
     *
     * @param pyramid V_1 .. V_4
     * @return P'' (B, N_p, d_t), owned by the innermost scope
     */
    public Tensor forward(FeaturePyramid pyramid) {
        Tensor context = context(pyramid);
        Tensor rows = prompts.unsqueeze(0).expand(context.size(0), -1, -1);
        Tensor attended = attentionNorm.forward(rows.add(attention.forward(rows, context, context, Optional.empty())));
        return feedForwardNorm.forward(attended.add(feedForward.forward(attended)));
    }

    /** C (B, 4 p^2, d_t): every stage pooled to p x p cells, told apart by stage and place. */
    private Tensor context(FeaturePyramid pyramid) {
        Tensor[] tokens = new Tensor[projections.size()];
        for (int i = 0; i < tokens.length; i++) {
            Tensor pooled = torch.adaptive_avg_pool2d(pyramid.stage(i + 1).permute(0, 3, 1, 2), grid, grid);
            Tensor cells = pooled.flatten(2, -1).transpose(1, 2);
            tokens[i] = projections
                    .get(i)
                    .forward(cells)
                    .add(stageEmbedding.select(0, i))
                    .add(positionEmbedding);
        }
        return contextNorm.forward(Tensors.cat(1, tokens));
    }
}
