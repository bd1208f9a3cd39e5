package org.crobim.model.rmsin;

import org.bytedeco.pytorch.Tensor;
import org.crobim.model.fused.StageFusion;
import org.crobim.model.fused.Words;
import org.crobim.model.lavt.GatedWordFusion;
import org.crobim.model.lavt.PixelWordAttentionModule;
import org.crobim.model.lavt.ResidualGate;
import org.crobim.model.nn.Initializer;

/**
 * IIM of RMSIN: LAVT's fusion, and beside it a branch that weighs places by the image alone; the next stage sees x +
 * gate_l(r) r + gate_v(v) v, with r what pixels gathered from the words and v the weighed map.
 */
final class IntraScaleInteraction extends StageFusion {
    private final GatedWordFusion words;
    private final VariousReceptive visual;
    private final ResidualGate visualGate;

    IntraScaleInteraction(PixelWordAttentionModule.Shape shape, Initializer init) {
        words = child("", new GatedWordFusion(shape, init));
        visual = child("visual_residual", new VariousReceptive(init));
        visualGate = child("visual_gate", new ResidualGate(shape.width(), init));
    }

    @Override
    public Tensor gather(Tensor map, Words sentences) {
        return words.gather(map, sentences);
    }

    @Override
    public Tensor pass(Tensor map, Tensor gathered) {
        return visualGate.add(words.pass(map, gathered), visual.forward(map));
    }
}
