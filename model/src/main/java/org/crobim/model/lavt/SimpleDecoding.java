package org.crobim.model.lavt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.fused.MaskDecoder;
import org.crobim.model.nn.BatchNorm;
import org.crobim.model.nn.Convolution;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.MapLayer;
import org.crobim.model.nn.Pointwise;
import org.crobim.model.tensor.Ops;
import org.crobim.model.tensor.Tensors;

/**
 * LAVT's decoder (arXiv 2112.02244, section 3.4): from the coarsest stage up, each map is resized to the next finer stage,
 * joined with it and convolved twice.
 */
public final class SimpleDecoding extends MaskDecoder {
    private static final int COARSEST = 4;
    private static final int FINEST = 2;
    private static final int CLASSES = 2;

    private final List<Step> steps = new ArrayList<>();
    private final Pointwise logits;

    private record Step(MapLayer first, BatchNorm firstNorm, MapLayer second, BatchNorm secondNorm) {
        Tensor forward(Tensor x) {
            Tensor y = firstNorm.forward(first.forward(x)).relu_();
            return secondNorm.forward(second.forward(y)).relu_();
        }
    }

    /** With ordinary convolutions, as LAVT has them. */
    public SimpleDecoding(int embeddingWidth, Initializer init) {
        this(embeddingWidth, width -> Convolution.smoothing(width, width, init), init);
    }

    /**
     * @param embeddingWidth E, channels of the finest stage; the stages have E, 2 E, 4 E and 8 E, the decoder 4 E
     * @param second makes the second convolution of every step from its width, the same in and out
     * @param init first values
     */
    public SimpleDecoding(int embeddingWidth, IntFunction<? extends MapLayer> second, Initializer init) {
        int hidden = 4 * embeddingWidth;
        int above = 8 * embeddingWidth;
        for (int level = COARSEST; level >= FINEST; level--) {
            int beside = embeddingWidth << (level - 2);
            steps.add(new Step(
                    child("conv1_" + level, Convolution.smoothing(above + beside, hidden, init)),
                    child("bn1_" + level, new BatchNorm(hidden, init)),
                    child("conv2_" + level, second.apply(hidden)),
                    child("bn2_" + level, new BatchNorm(hidden, init))));
            above = hidden;
        }
        logits = child("conv1_1", Pointwise.ofMaps(hidden, CLASSES, init));
    }

    @Override
    public Tensor forward(List<Tensor> stages) {
        Tensor x = stages.get(stages.size() - 1);
        for (int i = 0; i < steps.size(); i++) {
            Tensor finer = stages.get(stages.size() - 2 - i);
            Tensor resized = Ops.resizeBetweenCorners(x, finer.size(1), finer.size(2));
            x = steps.get(i).forward(Tensors.cat(3, resized, finer));
        }
        return logits.forward(x);
    }
}
