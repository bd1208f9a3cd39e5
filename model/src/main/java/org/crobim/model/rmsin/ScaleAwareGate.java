package org.crobim.model.rmsin;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.crobim.model.nn.BatchNorm;
import org.crobim.model.nn.Initializer;
import org.crobim.model.nn.Layer;
import org.crobim.model.nn.Pointwise;
import org.crobim.model.tensor.Ops;

/**
 * Lets a stage take what the scales have exchanged: BN1(local) * up(hsigmoid(BN3(act))) + up(BN2(embedding)), where act and
 * embedding are read off the grid, hsigmoid(x) = relu6(x + 3) / 6, and up is bilinear with align_corners = false.
 */
final class ScaleAwareGate extends Layer {
    private final Pointwise local;
    private final BatchNorm localNorm;
    private final Pointwise embedding;
    private final BatchNorm embeddingNorm;
    private final Pointwise gate;
    private final BatchNorm gateNorm;

    ScaleAwareGate(long width, Initializer init) {
        local = child("local_embedding", Pointwise.ofMaps(width, width, init));
        localNorm = child("bn1", new BatchNorm(width, init));
        embedding = child("global_embedding", Pointwise.ofMaps(width, width, init));
        embeddingNorm = child("bn2", new BatchNorm(width, init));
        gate = child("global_act", Pointwise.ofMaps(width, width, init));
        gateNorm = child("bn3", new BatchNorm(width, init));
    }

    /**
     * @param stage (B, H, W, C)
     * @param exchanged (B, side, side, C), the channels of this stage on the grid
     * @return (B, H, W, C)
     */
    Tensor forward(Tensor stage, Tensor exchanged) {
        Tensor gates = resized(torch.hardsigmoid(gateNorm.forward(gate.forward(exchanged))), stage);
        Tensor additions = resized(embeddingNorm.forward(embedding.forward(exchanged)), stage);
        return additions.addcmul(localNorm.forward(local.forward(stage)), gates);
    }

    private static Tensor resized(Tensor map, Tensor like) {
        return Ops.resizeBilinear(map, like.size(1), like.size(2));
    }
}
