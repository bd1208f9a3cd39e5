package org.crobim.model.rmsin;

import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.MapLayer;

/**
 * Branch B of the intra-scale interaction: every place of a stage is weighed by what lies around it, the same weight for
 * every channel.
 *
 * <p>The published module takes the sides of the map for the square root of its tokens; here they are what they are, which
 * is the same on squares.
 */
public final class VariousReceptive extends MapLayer {
    private final RepBlock weighing;

    /**
     * @param init first values
     */
    public VariousReceptive(Initializer init) {
        weighing = child("repblock", new RepBlock(init));
    }

    /**
     * @param x (B, H, W, C), any C
     * @return (B, H, W, C), x times a weight in 0..1 for each place
     */
    @Override
    public Tensor forward(Tensor x) {
        Tensor mean = x.mean(new long[] {-1}, true, new ScalarTypeOptional());
        return x.mul(weighing.forward(mean));
    }
}
