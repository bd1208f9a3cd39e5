package org.crobim.model.crobim.lgfa;

import org.bytedeco.pytorch.Tensor;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.Linear;

/**
 * Multi-scale attention fusion of LGFA: decides per pixel and channel between this stage and the deeper one.
 *
 * <p>Z = G + U; S = sigma(Conv1x1(DW3(Z) + DW5(Z) + DW7(Z))); result S * G + (1 - S) * U. Our reconstruction.
 */
final class MultiScaleAttentionFusion extends Layer {
    private final MergedDepthwise depthwise;
    private final Linear mix;

    /**
     * @param width d
     */
    MultiScaleAttentionFusion(int width, Initializer init) {
        depthwise = child("depthwise", new MergedDepthwise(width, init));
        mix = child("mix", new Linear(width, width, init));
    }

    /**
     * @param fine G (Q, h, w, d)
     * @param deep U (Q, h, w, d), the deeper result brought to this size
     * @return (Q, h, w, d)
     */
    Tensor forward(Tensor fine, Tensor deep) {
        Tensor share = mix.forward(depthwise.forward(fine.add(deep))).sigmoid();
        return deep.lerp(fine, share.to(fine.scalar_type()));
    }
}
